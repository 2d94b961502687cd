import type { Pool, PoolClient } from 'pg'
import type { FloorFiling } from '#tests/bench/floor/rows'
import { TABLES, type Table } from '#tests/bench/floor/tables'

const NUMBERS = { register_entries: /"number":\d+/, audit_entries: /"sequence":\d+/ }

/** Statements are prepared once a connection, by name. */
function insert(client: PoolClient, table: Table, town: string, json: string, columns: string[]) {
  const names = columns.join(', ')
  const text = `INSERT INTO floor.${table} (municipality_id, ${names})
    SELECT $1, ${names} FROM jsonb_populate_recordset(null::floor.${table}, $2::jsonb)`
  return client.query({ name: `floor_${table}`, text, values: [town, json] })
}

const numbered = (rows: string[], number: RegExp, last: number) =>
  rows.map((row, i) =>
    row.replace(number, (found) => `${found.slice(0, found.indexOf(':'))}:${last - rows.length + i + 1}`)
  )

async function next(client: PoolClient, town: string, count: number): Promise<[number, number]> {
  const counter = await client.query({
    name: 'floor_counter',
    text: `UPDATE floor.register_counters SET last_number = last_number + $2, last_at = clock_timestamp()
           WHERE municipality_id = $1 AND book = 'incoming' RETURNING last_number::int AS last`,
    values: [town, count],
  })
  const head = await client.query({
    name: 'floor_head',
    text: `UPDATE floor.audit_heads SET sequence = sequence + $2 WHERE municipality_id = $1 RETURNING sequence::int AS last`,
    values: [town, count],
  })
  return [counter.rows[0].last, head.rows[0].last]
}

/** Writes filings of one town in one transaction, the counter last; answers the number of the first. */
export async function writeFloor(
  pool: Pool,
  town: string,
  filings: FloorFiling[],
  columns: Record<Table, string[]>
): Promise<number> {
  const client = await pool.connect()
  const rowsOf = (table: Table) => filings.map(({ rows }) => rows[table])
  const write = (table: Table, rows: string[]) =>
    insert(client, table, town, `[${rows.join(',')}]`, columns[table])
  try {
    await client.query('BEGIN')
    for (const table of TABLES)
      if (!(table in NUMBERS) && columns[table].length > 0) await write(table, rowsOf(table))
    await client.query({
      name: 'floor_drafts',
      text: `DELETE FROM floor.drafts WHERE municipality_id = $1 AND id = ANY($2::uuid[])`,
      values: [town, filings.map(({ key }) => key)],
    })
    const [entry, audit] = await next(client, town, filings.length)
    await write('register_entries', numbered(rowsOf('register_entries'), NUMBERS.register_entries, entry))
    await write('audit_entries', numbered(rowsOf('audit_entries'), NUMBERS.audit_entries, audit))
    await client.query('COMMIT')
    return entry - filings.length + 1
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}
