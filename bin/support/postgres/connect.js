/** A connection string for a user of the database. */
export const urlFor = ({ user, password, host = '127.0.0.1', port, database }) =>
  `postgres://${encodeURIComponent(user)}:${encodeURIComponent(password)}@${host}:${port}/${encodeURIComponent(database)}`

/** Runs `work` with a connection and closes it. The driver is loaded late: it comes with the packages. */
export async function withClient(connectionString, work) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
