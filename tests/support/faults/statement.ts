import pg from 'pg'

/** One statement on a connection of its own: where the pool may not be trusted. */
export async function asOwnerOf<Row = any>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query(sql)).rows as Row[]
  } finally {
    await client.end()
  }
}
