import type { QueryResultRow } from 'pg'
import { inTown } from '#tenancy/town_transaction'

/** Reads rows of a town; `$1` is the town. */
export const rowsOf = <Row extends QueryResultRow = any>(
  townId: string,
  sql: string,
  values: unknown[] = []
): Promise<Row[]> => inTown(townId, (trx) => trx.rows<Row>(sql, [townId, ...values]))

/** How many rows a table holds for a town. */
export const countOf = async (townId: string, table: string): Promise<number> =>
  (
    await rowsOf<{ count: number }>(townId, `SELECT count(*)::int FROM ${table} WHERE municipality_id = $1`)
  )[0]!.count
