import { digestOf } from '#core/digest'
import { utcMicrosecondsSql } from '#core/hash_chain'
import type { Fault } from '#core/invariants'
import type { RowShape } from '#tenancy/insert_rows'

/** An instant as `utcMicrosecondsSql` reads it back. */
const microseconds = (instant: unknown): string =>
  typeof instant === 'string' && /\.\d{6}Z$/.test(instant)
    ? instant
    : new Date(instant as string).toISOString().replace('Z', '000Z')

/**
 * The digest of a row as it is written, over all the columns of its shape. What is null is left out, so that a column
 * which a table gets later changes the digest of no older row.
 */
export function rowDigest({ columns }: RowShape, row: object): string {
  const facts: Record<string, unknown> = {}
  for (const [name, type] of Object.entries(columns)) {
    const value = (row as Record<string, unknown>)[name] ?? null
    if (value !== null) facts[name] = type === 'timestamptz' ? microseconds(value) : value
  }
  return digestOf(facts)
}

const READ: Record<string, (column: string) => string> = {
  timestamptz: utcMicrosecondsSql,
  bigint: (column) => `${column}::float8`,
  date: (column) => `${column}::text`,
}

/** The columns of rows `alias`, read back so that `rowDigest` finds them as they were written. */
export const writtenSql = ({ columns }: RowShape, alias: string): string =>
  Object.entries(columns)
    .map(([name, type]) => `${READ[type]?.(`${alias}.${name}`) ?? `${alias}.${name}`} AS ${name}`)
    .join(', ')

/** The same as one object in JSON. */
export const writtenRowSql = (shape: RowShape, alias: string): string =>
  `(SELECT to_jsonb(w) FROM (SELECT ${writtenSql(shape, alias)}) w)`

/** A row as it is read back so. */
export type WrittenRow = Record<string, unknown> & { id: string }

/** Where rows are not what was written with their acts, each of which `told` the digest of one, and where such a row is lost. */
export function rowFaults(
  shape: RowShape,
  rows: WrittenRow[],
  told: [id: string, digest: string | undefined][]
): Fault[] {
  const digests = new Map(told)
  const faults: Fault[] = []
  for (const row of rows) {
    const digest = digests.get(row.id)
    if (!digest) faults.push(['I19', 'row_without_act', row.id])
    else if (digest !== rowDigest(shape, row)) faults.push(['I19', 'row_differs', row.id])
    digests.delete(row.id)
  }
  for (const lost of digests.keys()) faults.push(['I19', 'row_lost', lost])
  return faults
}
