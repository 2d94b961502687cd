import i18nManager from '@adonisjs/i18n/services/main'
import { numberOfCase } from '#cases/queries/case_number'
import type { LockedCase } from '#cases/queries/locked_case'
import { documentFacts } from '#cases/queries/document_facts'
import { textOf } from '#catalogue/queries/texts'
import type { CompiledProcedure } from '#catalogue/types'
import { bookLanguage, headingOf } from '#registry/domain/book_words'
import type { EntryContent } from '#registry/types'
import type { TownTransaction } from '#tenancy/town_transaction'
import type { Town } from '#tenancy/types'

/** What is issued, and in which case. */
export interface Letter {
  town: Town
  caseFile: LockedCase
  procedure: CompiledProcedure
  document: unknown
}

/** What a book says of a `document` that the town hall issued in a case: from whom it says it is, to whoever asked for it. */
export async function letterEntry(trx: TownTransaction, letter: Letter): Promise<EntryContent> {
  const { town, caseFile, procedure } = letter
  const document = await documentFacts(trx, caseFile.id, letter.document)
  const { applicant, language, subject } = caseFile
  const book = bookLanguage(town)
  const name =
    applicant.name ?? i18nManager.locale(book).t(caseFile.filingId ? 'cases.anonymous' : 'cases.nobody')
  const text = (id: string) => textOf(procedure.texts, book, id)
  const title = text('sheet.title')
  const template = document.template && procedure.templates[document.template]
  const number = await numberOfCase(trx, caseFile)
  return {
    heading: i18nManager.locale(book).t('cases.outgoing', {
      document: template ? text(template.title) : document.name,
      number,
      title: headingOf(title, subject),
    }),
    caseNumber: number,
    party: { identifier: applicant.identifier ?? '', name },
    representative: applicant.representative ?? null,
    sender: {
      name: document.issuer?.name[book] ?? town.name,
      directoryCode: document.issuer?.directoryCode ?? town.directoryCode,
    },
    addressee: { name, directoryCode: null },
    procedure: { slug: procedure.slug, title, sia: procedure.sheet.sia },
    documents: [
      { name: document.name, mediaType: document.mediaType, size: document.size, sha256: document.sha256 },
    ],
    language,
  }
}
