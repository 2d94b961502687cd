import { effectiveFiling, type Calendar } from '#deadlines/index'
import { utcMicrosecondsSql } from '#core/hash_chain'
import { entryChainSql } from '#registry/domain/entry_chain'
import { NUMBER_FORMATS } from '#registry/domain/book_numbers'
import { entryNumberSql } from '#registry/domain/entry_number'
import type { Book, EntryPlan, RecordedEntry } from '#registry/types'
import type { TownTransaction } from '#tenancy/town_transaction'

/** Under the lock it is another day than the one planned for: roll back, and plan again as of `now`. */
export class DayTurnedError extends Error {
  readonly code = 'E_DAY_TURNED'
  constructor(
    book: Book,
    planned: string,
    readonly now: Date
  ) {
    super(`the ${book} book is not on ${planned}, but at ${now.toISOString()}`)
  }
}

const statement = (book: Book) => `
WITH RECURSIVE counter AS MATERIALIZED (
  SELECT year, last_number, last_at, entries, head, clock_timestamp() AS clock
  FROM register_counters WHERE municipality_id = $1 AND book = '${book}' FOR UPDATE
), start AS MATERIALIZED (
  SELECT head, entries, CASE WHEN year = $2::int THEN last_number ELSE 0 END AS base,
         greatest(coalesce($3::timestamptz, clock), last_at + interval '1 microsecond') AS first_at
  FROM counter WHERE year <= $2::int
), placed AS MATERIALIZED (
  SELECT u.*, s.head AS first_previous, s.base + u.ordinal AS number, $2::int AS year,
         s.first_at + (u.ordinal - 1) * interval '1 microsecond' AS recorded_at
  FROM start s, jsonb_to_recordset($4::jsonb) AS u(
    ordinal int, id uuid, filing_id uuid, case_id uuid, document_id uuid, content jsonb, salt text, commitment text)
  WHERE (s.first_at AT TIME ZONE $5)::date = $6::date
), new AS MATERIALIZED (
  SELECT p.*, ${entryNumberSql(NUMBER_FORMATS[book], { year: 'p.year', number: 'p.number' })} AS entry_number,
         coalesce($7::timestamptz, p.recorded_at) AS effective_at, $8::date AS effective_date
  FROM placed p
), ${entryChainSql({
  name: 'chain',
  rows: 'new',
  head: 'r.first_previous',
  columns: {
    municipality: '$1',
    book: `'${book}'`,
    id: 'r.id',
    year: 'r.year',
    number: 'r.number',
    entryNumber: 'r.entry_number',
    recordedAt: 'r.recorded_at',
    effectiveAt: 'r.effective_at',
    effectiveDate: 'r.effective_date',
    filingId: 'r.filing_id',
    caseId: 'r.case_id',
    documentId: 'r.document_id',
    commitment: 'r.commitment',
  },
})}, inserted AS (
  INSERT INTO register_entries (municipality_id, id, book, year, number, entry_number, recorded_at, effective_at, effective_date,
    filing_id, case_id, document_id, content, salt, commitment, previous_hash, hash)
  SELECT $1, n.id, '${book}', n.year, n.number, n.entry_number, n.recorded_at, n.effective_at, n.effective_date,
         n.filing_id, n.case_id, n.document_id, n.content, n.salt, n.commitment, c.previous_hash, c.hash
  FROM new n JOIN chain c ON c.ordinal = n.ordinal
  RETURNING id, year, number, entry_number, recorded_at, effective_at, effective_date
), moved AS (
  UPDATE register_counters k
  SET year = l.year, last_number = l.number, last_at = l.recorded_at, head = l.hash, entries = k.entries + l.ordinal
  FROM (SELECT n.*, c.hash FROM new n JOIN chain c ON c.ordinal = n.ordinal ORDER BY n.ordinal DESC LIMIT 1) l
  WHERE k.municipality_id = $1 AND k.book = '${book}'
)
SELECT id, year, number::int, entry_number AS "entryNumber", ${utcMicrosecondsSql('recorded_at')} AS "recordedAt",
       ${utcMicrosecondsSql('effective_at')} AS "effectiveAt", effective_date::text AS "effectiveDate"
FROM inserted ORDER BY number`

const STATEMENTS: Record<Book, string> = {
  incoming: statement('incoming'),
  outgoing: statement('outgoing'),
  resolutions: statement('resolutions'),
}

/** The time that the next entry of a book would bear. */
const NOW = `
SELECT greatest(coalesce($2::timestamptz, clock_timestamp()), last_at + interval '1 microsecond') AS now
FROM register_counters WHERE municipality_id = $1 AND book = $3`

/**
 * Numbers, chains and writes entries of one book, in one statement under the lock of its counter.
 * Numbers have no gap within the year, time strictly rises, and an entry of a closed day takes effect on
 * the next open one (Law 39/2015, art. 31.2), unless it is of a resolution: that is of the day of its adoption. `at` is when the batch was planned; `moved` sets the clock
 * for tests and simulations.
 *
 * @throws DayTurnedError where the town's date under the lock is not the planned one.
 */
export async function recordEntries(
  trx: TownTransaction,
  batch: { book: Book; calendar: Calendar; at: Date; entries: EntryPlan[]; moved?: boolean }
): Promise<RecordedEntry[]> {
  if (batch.entries.length === 0) return []
  const planned = effectiveFiling(batch.at.toISOString(), batch.calendar)
  const putOff = planned.closedDay && batch.book !== 'resolutions'
  const rows = batch.entries.map((entry, index) => ({
    ordinal: index + 1,
    id: entry.id,
    filing_id: entry.filingId ?? null,
    case_id: entry.caseId ?? null,
    document_id: entry.documentId ?? null,
    content: entry.content,
    salt: entry.salt,
    commitment: entry.commitment,
  }))
  const recorded = await trx.rows<RecordedEntry>(
    STATEMENTS[batch.book],
    [
      trx.municipalityId,
      Number(planned.recordedDate.slice(0, 4)),
      batch.moved ? batch.at.toISOString() : null,
      JSON.stringify(rows),
      batch.calendar.timeZone,
      planned.recordedDate,
      putOff ? planned.effectiveAt : null,
      putOff ? planned.effectiveDate : planned.recordedDate,
    ],
    `record_entries_${batch.book}`
  )
  if (recorded.length === rows.length) return recorded
  const clock = [trx.municipalityId, batch.moved ? batch.at.toISOString() : null, batch.book]
  const [counter] = await trx.rows<{ now: Date }>(NOW, clock)
  if (!counter) throw new Error(`there is no ${batch.book} book`)
  throw new DayTurnedError(batch.book, planned.recordedDate, counter.now)
}
