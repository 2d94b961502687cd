import { CHAIN_START, chainSql, linkHash, utcMicrosecondsSql, type SqlField } from '#core/hash_chain'

/** What is chained now: whatever an entry says. */
const VERSION = 'finestra-entry-2'
/** Until then number and effect, as printed on receipts, and what an entry is of were left out. */
const FIRST_VERSION = 'finestra-entry-1'

/** What the chain of a book binds together in one entry. */
export interface EntryLink {
  municipality: string
  book: string
  id: string
  year: number
  number: number
  /** The number as people read it. */
  entryNumber: string
  /** UTC with microseconds, as text: `2026-01-31T10:00:00.123456Z`. */
  recordedAt: string
  effectiveAt: string
  /** `YYYY-MM-DD`, by the town's clock. */
  effectiveDate: string
  filingId: string | null
  caseId: string | null
  documentId: string | null
  /** The salted commitment of the entry's content, hexadecimal. */
  commitment: string
  /** The hash of the entry before it in the same book; `CHAIN_START` before the first. */
  previousHash: string
}

export interface ChainedEntry extends EntryLink {
  hash: string
}

const common = (entry: EntryLink) => ({
  municipality: entry.municipality,
  book: entry.book,
  year: entry.year,
  number: entry.number,
  at: entry.recordedAt,
  commitment: entry.commitment,
  previous: entry.previousHash,
})

/** The hash of an entry, which the next one in its book carries. */
export const entryHash = (entry: EntryLink): string =>
  linkHash({
    v: VERSION,
    ...common(entry),
    id: entry.id,
    entry: entry.entryNumber,
    effective_at: entry.effectiveAt,
    effective_date: entry.effectiveDate,
    filing: entry.filingId ?? '',
    case: entry.caseId ?? '',
    document: entry.documentId ?? '',
  })

/** The hash of an entry of the first version. */
export const firstEntryHash = (entry: EntryLink): string => linkHash({ v: FIRST_VERSION, ...common(entry) })

/** SQL expressions for the fields of an entry; inside `entryChainSql` the row is `r`. */
export interface EntryColumns {
  municipality: string
  book: string
  id: string
  year: string
  number: string
  entryNumber: string
  /** Timestamptz. */
  recordedAt: string
  effectiveAt: string
  /** A date. */
  effectiveDate: string
  filingId: string
  caseId: string
  documentId: string
  commitment: string
}

const orNothing = (id: string): SqlField => ({ text: `coalesce((${id})::text, '')` })

const sqlFields = (columns: EntryColumns, previous: string): Record<string, SqlField> => ({
  v: { text: `'${VERSION}'` },
  municipality: { text: columns.municipality },
  book: { text: columns.book },
  id: { text: columns.id },
  year: { integer: columns.year },
  number: { integer: columns.number },
  entry: { text: columns.entryNumber },
  at: { text: utcMicrosecondsSql(columns.recordedAt) },
  effective_at: { text: utcMicrosecondsSql(columns.effectiveAt) },
  effective_date: { text: `to_char(${columns.effectiveDate}, 'YYYY-MM-DD')` },
  filing: orNothing(columns.filingId),
  case: orNothing(columns.caseId),
  document: orNothing(columns.documentId),
  commitment: { text: columns.commitment },
  previous: { text: previous },
})

/** A recursive CTE `name(ordinal, previous_hash, hash)` over many new entries of one book: see `chainSql`. */
export const entryChainSql = (options: {
  name: string
  rows: string
  head: string
  columns: EntryColumns
}): string => chainSql({ ...options, fields: (previous) => sqlFields(options.columns, previous) })

/** Where a book stands: what the counter row keeps, and from where a verification begins. */
export interface BookHead {
  year: number
  number: number
  recordedAt: string
  hash: string
}

export const EMPTY_BOOK: BookHead = { year: 0, number: 0, recordedAt: '', hash: CHAIN_START }

export type EntryFault = 'previous_hash' | 'hash' | 'number' | 'time'

/**
 * Checks entries of one book, oldest first, from a known head: hashes link, numbers have no gap and restart
 * with the year, and time strictly rises (RD 203/2021, art. 37: strict order of time). Never stops at a
 * fault, so that an auditor sees all of them. `first` are the entries of the first version, of whom more has to be asked.
 */
export function verifyEntries<Entry extends ChainedEntry>(
  entries: readonly Entry[],
  from: BookHead = EMPTY_BOOK
) {
  const faults: { year: number; number: number; fault: EntryFault }[] = []
  const first: Entry[] = []
  let head = from
  for (const entry of entries) {
    const report = (fault: EntryFault) => faults.push({ year: entry.year, number: entry.number, fault })
    const restarts = entry.year > head.year
    if (entry.year < head.year || entry.number !== (restarts ? 1 : head.number + 1)) report('number')
    if (entry.recordedAt <= head.recordedAt) report('time')
    if (entry.previousHash !== head.hash) report('previous_hash')
    if (entry.hash === firstEntryHash(entry)) first.push(entry)
    else if (entry.hash !== entryHash(entry)) report('hash')
    head = { year: entry.year, number: entry.number, recordedAt: entry.recordedAt, hash: entry.hash }
  }
  return { faults, head, first }
}
