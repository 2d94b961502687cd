import type { TownTransaction } from '#tenancy/town_transaction'

/** A table and the columns that are given for every row, with their SQL types. */
export interface RowShape {
  table: string
  columns: Record<string, string>
}

const statements = new Map<string, string>()

function statementOf({ table, columns }: RowShape): string {
  const held = statements.get(table)
  if (held) return held
  const names = Object.keys(columns)
  const types = names.map((name) => `${name} ${columns[name]}`).join(', ')
  const made = `INSERT INTO ${table} (municipality_id, ${names.join(', ')})
    SELECT $1::uuid, ${names.map((name) => `r.${name}`).join(', ')} FROM jsonb_to_recordset($2::jsonb) AS r(${types})`
  statements.set(table, made)
  return made
}

/**
 * Writes many rows of one town in one prepared statement. A table has one shape in a process: every
 * writer of it passes the same columns.
 */
export async function insertRows(trx: TownTransaction, shape: RowShape, rows: object[]): Promise<void> {
  if (rows.length === 0) return
  await trx.rows(statementOf(shape), [trx.municipalityId, JSON.stringify(rows)], `insert_${shape.table}`)
}
