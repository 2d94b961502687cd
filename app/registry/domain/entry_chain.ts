import { CHAIN_START, chainSql, linkHash, utcMicrosecondsSql, type SqlField } from '#core/hash_chain'

const VERSION = 'finestra-entry-1'

/** What the chain of a book binds together in one entry. */
export interface EntryLink {
  municipality: string
  book: string
  year: number
  number: number
  /** UTC with microseconds, as text: `2026-01-31T10:00:00.123456Z`. */
  recordedAt: string
  /** The salted commitment of the entry's content, hexadecimal. */
  commitment: string
  /** The hash of the entry before it in the same book; `CHAIN_START` before the first. */
  previousHash: string
}

export interface ChainedEntry extends EntryLink {
  hash: string
}

/** The hash of an entry, which the next one in its book carries. */
export const entryHash = (entry: EntryLink): string =>
  linkHash({
    v: VERSION,
    municipality: entry.municipality,
    book: entry.book,
    year: entry.year,
    number: entry.number,
    at: entry.recordedAt,
    commitment: entry.commitment,
    previous: entry.previousHash,
  })

/** SQL expressions for the fields of an entry; inside `entryChainSql` the row is `r`. */
export interface EntryColumns {
  municipality: string
  book: string
  year: string
  number: string
  /** A timestamptz. */
  recordedAt: string
  commitment: string
}

const sqlFields = (columns: EntryColumns, previous: string): Record<string, SqlField> => ({
  v: { text: `'${VERSION}'` },
  municipality: { text: columns.municipality },
  book: { text: columns.book },
  year: { integer: columns.year },
  number: { integer: columns.number },
  at: { text: utcMicrosecondsSql(columns.recordedAt) },
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
 * fault, so that an auditor sees all of them.
 */
export function verifyEntries(entries: readonly ChainedEntry[], from: BookHead = EMPTY_BOOK) {
  const faults: { year: number; number: number; fault: EntryFault }[] = []
  let head = from
  for (const entry of entries) {
    const report = (fault: EntryFault) => faults.push({ year: entry.year, number: entry.number, fault })
    const restarts = entry.year > head.year
    if (entry.year < head.year || entry.number !== (restarts ? 1 : head.number + 1)) report('number')
    if (entry.recordedAt <= head.recordedAt) report('time')
    if (entry.previousHash !== head.hash) report('previous_hash')
    if (entry.hash !== entryHash(entry)) report('hash')
    head = { year: entry.year, number: entry.number, recordedAt: entry.recordedAt, hash: entry.hash }
  }
  return { faults, head }
}
