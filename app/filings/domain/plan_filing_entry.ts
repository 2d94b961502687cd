import { textOf } from '#catalogue/queries/texts'
import type { CompiledProcedure } from '#catalogue/types'
import { canonical } from '#core/canonical_json'
import { sha256Hex } from '#core/digest'
import type { Json } from '#core/json'
import type { Writing } from '#documents/queries/writing'
import type { Upload } from '#documents/types'
import type { Applicant } from '#filings/types'
import { addresseeOf } from '#filings/domain/addressee'
import type { FilingRow } from '#filings/rows'
import { headingOf } from '#registry/domain/book_words'
import { planEntry } from '#registry/domain/plan_entry'
import type { EntryContent, EntryPlan } from '#registry/types'
import type { Body, Town, Unit } from '#tenancy/types'

export interface FilingToEnter {
  town: Town
  unit: Unit | null
  body: Body | null
  procedure: CompiledProcedure
  kind: FilingRow['kind']
  applicant: Applicant
  answers: Record<string, Json>
  uploads: Upload[]
  /** What tells the case from others. */
  subject: string
  /** Of the case that it is filed in; null for the filing that opens one, whose own number is the case's. */
  caseNumber: string | null
  language: string
  /** How the town's books are written. */
  book: Writing
}

/** The incoming entry of a filing (RD 203/2021, art. 38), without what the lock decides. */
export function planFilingEntry(
  filing: FilingToEnter,
  refers: Pick<EntryPlan, 'id' | 'filingId' | 'caseId'>,
  salt: string
): EntryPlan {
  const { town, unit, procedure, kind, applicant, subject, caseNumber, language, book } = filing
  const title = textOf(procedure.texts, book.language, 'sheet.title')
  const about = headingOf(title, subject)
  // Who says so is entered as anonymous: an entry names its interested party (RD 203/2021, art. 38).
  const name = applicant.name ?? book.translate('cases.anonymous')
  return planEntry(
    {
      heading: caseNumber
        ? book.translate(`filings.headings.${kind}`, { number: caseNumber, title: about })
        : about,
      party: { identifier: applicant.identifier ?? '', name },
      representative: applicant.representative ?? null,
      sender: { name, directoryCode: null },
      addressee: {
        name: addresseeOf(filing, book.language),
        directoryCode: unit?.directoryCode ?? town.directoryCode,
      },
      procedure: { slug: procedure.slug, title, sia: procedure.sheet.sia },
      caseNumber,
      documents: enteredDocuments(filing),
      language,
    },
    refers,
    salt
  )
}

/** What was written goes first, with the digest that the receipt gives, and then what came with it (art. 16.3). */
function enteredDocuments({ kind, answers, uploads, book }: FilingToEnter): EntryContent['documents'] {
  const written = Buffer.from(canonical(answers))
  return [
    {
      name: book.translate(`filings.entered.${kind}`),
      mediaType: 'application/json',
      size: written.length,
      sha256: sha256Hex(written),
    },
    ...uploads.map(({ name, mediaType, size, sha256 }) => ({ name, mediaType, size, sha256 })),
  ]
}
