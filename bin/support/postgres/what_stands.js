import { withClient } from './connect.js'

/** The rows of a question to a table, none where the database has no such table. */
const rowsOf = (url, table, sql) =>
  withClient(url, async (client) => {
    const { rows } = await client.query('SELECT to_regclass($1) IS NOT NULL AS there', [`public.${table}`])
    return rows[0].there ? (await client.query(sql)).rows : []
  })

/** The migrations that a database has seen, by name. */
export const migrationsIn = async (url) =>
  (await rowsOf(url, 'adonis_schema', 'SELECT name FROM adonis_schema')).map(({ name }) => name)

/** The towns that stand in a database: `[{ id, demo }]`. */
export const townsIn = (url) =>
  rowsOf(url, 'municipalities', 'SELECT id, demo FROM municipalities ORDER BY id')
