import { NIL } from '#core/ids'
import { isCommitted, utcMicrosecondsSql } from '#core/hash_chain'
import type { Check, Report, Rule } from '#core/invariants'
import { type Calendar, effectiveFiling } from '#deadlines/index'
import { NUMBER_FORMATS } from '#registry/domain/book_numbers'
import { EMPTY_BOOK, verifyEntries } from '#registry/domain/entry_chain'
import type { BookHead, ChainedEntry, EntryFault } from '#registry/domain/entry_chain'
import { formatEntryNumber } from '#registry/domain/entry_number'
import { BOOKS, type Book } from '#registry/types'
import { calendarOf } from '#tenancy/queries/calendar'
import { inTown } from '#tenancy/town_transaction'

const PAGE = 2000

const RULES: Record<EntryFault, Rule> = { number: 'I3', time: 'I4', previous_hash: 'I5', hash: 'I5' }

interface Counter extends BookHead {
  entries: number
}

interface EntryRow extends Omit<ChainedEntry, 'municipality' | 'book'> {
  content: unknown
  salt: string
}

const COUNTER = `
SELECT year, last_number::int AS number, ${utcMicrosecondsSql('last_at')} AS "recordedAt", head AS hash, entries::int
FROM register_counters WHERE municipality_id = $1 AND book = $2`

/** Entries up to where the counter stood: what is written meanwhile is for the next time. */
const ENTRIES = `
SELECT id, year, number::int, entry_number AS "entryNumber", ${utcMicrosecondsSql('recorded_at')} AS "recordedAt",
       ${utcMicrosecondsSql('effective_at')} AS "effectiveAt", effective_date::text AS "effectiveDate",
       filing_id AS "filingId", case_id AS "caseId", document_id AS "documentId", content, salt, commitment,
       previous_hash AS "previousHash", hash
FROM register_entries
WHERE municipality_id = $1 AND book = $2 AND (year, number, id) > ($3, $4, $5) AND (year, number) <= ($6, $7)
ORDER BY year, number, id LIMIT ${PAGE}`

const BEYOND = `
SELECT e.entry_number AS row FROM register_entries e
JOIN register_counters c ON c.municipality_id = $1 AND c.book = e.book
WHERE e.municipality_id = $1 AND e.book = $2 AND (e.year, e.number) > (c.year, c.last_number) LIMIT 100`

/** Each book: numbers 1, 2, 3 ... within the year, rising time, the chain, and the counter at its head. */
export const checkBooks: Check = async (municipalityId, report) => {
  for (const book of BOOKS) await checkBook(municipalityId, book, report)
}

async function checkBook(municipalityId: string, book: Book, report: Report): Promise<void> {
  const ask = <Row extends object>(sql: string, values: unknown[]) =>
    inTown(municipalityId, (trx) => trx.rows<Row>(sql, [municipalityId, book, ...values]))
  const [counter] = await ask<Counter>(COUNTER, [])
  if (!counter) return report.breaks('I5', 'no_counter', book)
  const calendar = await calendarOf(municipalityId)
  let head: BookHead = EMPTY_BOOK
  let [last, entries] = [NIL, 0]
  for (;;) {
    const page = await ask<EntryRow>(ENTRIES, [head.year, head.number, last, counter.year, counter.number])
    const checked = verifyEntries(
      page.map((row) => ({ ...row, municipality: municipalityId, book })),
      head
    )
    for (const { year, number, fault } of checked.faults)
      report.breaks(RULES[fault], `entry_${fault}`, `${book} ${year}/${number}`)
    for (const entry of page)
      if (!isCommitted(entry)) report.breaks('I5', 'commitment', `${book} ${entry.year}/${entry.number}`)
    for (const entry of checked.first)
      for (const fault of faultsOfFirst(entry, book, calendar))
        report.breaks('I5', fault, `${book} ${entry.year}/${entry.number}`)
    entries += page.length
    head = checked.head
    last = page.at(-1)?.id ?? last
    if (page.length < PAGE) break
  }
  for (const rule of ['I3', 'I4', 'I5'] as const) report.saw(rule, entries)
  compareHead(report, book, counter, head, entries)
  for (const { row } of await ask<{ row: string }>(BEYOND, [])) report.breaks('I3', 'beyond_counter', row)
}

/** Number and effect of an entry whose hash does not cover them are told again by the house's pattern and the town's calendar. */
function faultsOfFirst(entry: ChainedEntry, book: Book, calendar: Calendar): string[] {
  const due = effectiveFiling(entry.recordedAt, calendar)
  const at = due.closedDay ? due.effectiveAt.replace(/Z$/, '000Z') : entry.recordedAt
  return [
    ...(entry.entryNumber === formatEntryNumber(NUMBER_FORMATS[book], entry) ? [] : ['number_rewritten']),
    ...(entry.effectiveDate === due.effectiveDate && entry.effectiveAt === at ? [] : ['effect_moved']),
  ]
}

function compareHead(report: Report, book: Book, counter: Counter, head: BookHead, entries: number): void {
  const at = `${book} ${counter.year}/${counter.number}`
  if (counter.entries !== entries) report.breaks('I3', 'counter_entries', at)
  if (entries === 0) return
  if (counter.year !== head.year || counter.number !== head.number) report.breaks('I3', 'counter_number', at)
  if (counter.recordedAt !== head.recordedAt) report.breaks('I4', 'counter_time', at)
  if (counter.hash !== head.hash) report.breaks('I5', 'counter_head', at)
}
