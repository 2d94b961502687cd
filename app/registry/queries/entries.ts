import { tidyIdNumber } from '#forms/index'
import type { Book, EntryContent } from '#registry/types'
import { inTown } from '#tenancy/town_transaction'

/** An entry as the book shows it. */
export interface BookEntry {
  id: string
  book: Book
  year: number
  number: number
  entryNumber: string
  recordedAt: Date
  effectiveAt: Date
  /** `YYYY-MM-DD`. */
  effectiveDate: string
  caseId: string | null
  /** Of its case: of the entry that opened it, its own. */
  caseNumber: string | null
  documentId: string | null
  content: EntryContent
  previousHash: string
  hash: string
}

export interface BookFilter {
  book: Book
  /** Days of the town, both included (`YYYY-MM-DD`). */
  from?: string | null
  to?: string | null
  /** A number of entry, whole or only its figures, or an identity number however it is written. */
  exactly?: string | null
}

/** Where a page ended: entries have no gaps, so year and number are a place. */
export interface BookPlace {
  year: number
  number: number
}

const COLUMNS = `
  id, book, year, number::int, entry_number AS "entryNumber", recorded_at AS "recordedAt", effective_at AS "effectiveAt",
  effective_date::text AS "effectiveDate", case_id AS "caseId", document_id AS "documentId", content, previous_hash AS "previousHash", hash,
  coalesce(content ->> 'caseNumber', (
    SELECT o.entry_number FROM register_entries o
    WHERE o.municipality_id = $1 AND o.case_id = register_entries.case_id AND o.book = 'incoming'
    ORDER BY o.year, o.number LIMIT 1)) AS "caseNumber"`

const WHERE = `
  municipality_id = $1 AND book = $2
  AND ($3::date IS NULL OR recorded_at >= ($3::date)::timestamp AT TIME ZONE $7)
  AND ($4::date IS NULL OR recorded_at < ($4::date + 1)::timestamp AT TIME ZONE $7)
  AND ($5::text IS NULL OR entry_number = upper($5) OR number = $10::bigint
       OR content #>> '{party,identifier}' = $11 OR content #>> '{representative,identifier}' = $11)`

interface Ask {
  timeZone: string
  limit?: number
  after?: BookPlace | null
}

const values = (
  municipalityId: string,
  { book, from, to, exactly }: BookFilter,
  { after, timeZone, limit = 50 }: Ask
) => [
  municipalityId,
  book,
  from ?? null,
  to ?? null,
  exactly ?? null,
  limit,
  timeZone,
  after?.year ?? null,
  after?.number ?? null,
  exactly && /^\d{1,7}$/.test(exactly) ? exactly : null,
  exactly ? tidyIdNumber(exactly) : null,
]

/** Entries of a book, the newest first: what people read on a page. */
export const newestEntries = (municipalityId: string, filter: BookFilter, ask: Ask): Promise<BookEntry[]> =>
  inTown(municipalityId, (trx) =>
    trx.rows<BookEntry>(
      `SELECT ${COLUMNS} FROM register_entries WHERE ${WHERE}
       AND ($8::int IS NULL OR (year, number) < ($8, $9::bigint)) ORDER BY year DESC, number DESC LIMIT $6`,
      values(municipalityId, filter, ask)
    )
  )

const BATCH = 500

/** Every entry that the filter takes, in the order of the book, a batch at a time: a book fits no memory. */
export async function* bookEntries(
  municipalityId: string,
  filter: BookFilter,
  timeZone: string
): AsyncGenerator<BookEntry[]> {
  let after: BookPlace | null = null
  for (;;) {
    const batch: BookEntry[] = await inTown(municipalityId, (trx) =>
      trx.rows<BookEntry>(
        `SELECT ${COLUMNS} FROM register_entries WHERE ${WHERE}
         AND ($8::int IS NULL OR (year, number) > ($8, $9::bigint)) ORDER BY year, number LIMIT $6`,
        values(municipalityId, filter, { after, timeZone, limit: BATCH })
      )
    )
    if (batch.length > 0) yield batch
    if (batch.length < BATCH) return
    const last: BookEntry = batch[batch.length - 1]!
    after = { year: last.year, number: last.number }
  }
}
