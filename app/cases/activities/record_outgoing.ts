import i18nManager from '@adonisjs/i18n/services/main'
import { SYSTEM } from '#audit/types'
import type { Activity } from '#cases/activities/activity'
import { recordEvent } from '#cases/actions/record_event'
import { documentFacts } from '#cases/queries/document_facts'
import { textOf } from '#catalogue/queries/texts'
import { newSalt } from '#core/hash_chain'
import { uuidv7 } from '#core/ids'
import { recordEntries } from '#registry/actions/record_entries'
import { bookLanguage, headingOf } from '#registry/domain/book_words'
import { planEntry } from '#registry/domain/plan_entry'
import { numberOfEntry } from '#registry/queries/number_of_entry'
import { calendarOf } from '#tenancy/queries/calendar'

/** `registry.record_outgoing`: the `document` leaves the town hall with a number, from whom it says it is (Law 39/2015, art. 16.1). */
export const recordOutgoing: Activity = {
  async commit(trx, context) {
    const { caseFile, procedure, town, at, moved, input } = context
    const document = await documentFacts(trx, caseFile.id, input['document'])
    const calendar = await calendarOf(town.id)
    const { applicant, language, subject } = caseFile
    const book = bookLanguage(town)
    const name = applicant.name ?? i18nManager.locale(book).t('cases.anonymous')
    const text = (id: string) => textOf(procedure.texts, book, id)
    const title = text('sheet.title')
    const template = document.template && procedure.templates[document.template]
    const number = await numberOfEntry(trx, caseFile.entryId)
    const entry = planEntry(
      {
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
          {
            name: document.name,
            mediaType: document.mediaType,
            size: document.size,
            sha256: document.sha256,
          },
        ],
        language,
      },
      { id: uuidv7(), caseId: caseFile.id, documentId: document.id },
      newSalt()
    )
    const [recorded] = await recordEntries(trx, { book: 'outgoing', calendar, at, moved, entries: [entry] })
    const { id, entryNumber } = recorded as { id: string; entryNumber: string }
    await recordEvent(trx, context, {
      kind: 'entry_recorded',
      public: true,
      data: { number: entryNumber, document: document.id },
    })
    return {
      result: { entryId: id, number: entryNumber },
      audit: [
        {
          actor: SYSTEM,
          action: 'registry.outgoing_recorded',
          subject: { kind: 'register_entries', id },
          detail: { case: caseFile.id },
        },
      ],
    }
  },
}
