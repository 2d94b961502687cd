import { Pool, type QueryResultRow } from 'pg'

const pools = new Map<string, Pool>()

/** A small pool for a role of the database, by the variable that carries its address. */
export function poolOf(variable: string): Pool {
  const held = pools.get(variable)
  if (held) return held
  const connectionString = process.env[variable]
  if (!connectionString) throw new Error(`${variable} is not set: the bench runs by "npm run bench"`)
  const pool = new Pool({ connectionString, max: 2, allowExitOnIdle: true })
  pools.set(variable, pool)
  return pool
}

export const ownerRows = async <Row extends QueryResultRow>(sql: string, values: unknown[] = []) =>
  (await poolOf('DATABASE_OWNER_URL').query<Row>(sql, values)).rows

/** As superuser of the bench's own server: what no role of the house may do. */
export const adminRows = async <Row extends QueryResultRow>(sql: string, values: unknown[] = []) =>
  (await poolOf('DATABASE_ADMIN_URL').query<Row>(sql, values)).rows

/** The same with triggers at rest: for filling tables with copies of rows that have passed them. */
export async function adminRowsUnguarded(sql: string, values: unknown[] = []): Promise<void> {
  const client = await poolOf('DATABASE_ADMIN_URL').connect()
  try {
    await client.query('BEGIN')
    await client.query('SET LOCAL session_replication_role = replica')
    await client.query(sql, values)
    await client.query('COMMIT')
  } finally {
    client.release()
  }
}
