import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { OperatorError } from '../operator_error.js'
import { storedFiles } from './stored_files.js'

const OURS = 'adonis_schema'

const TABLES = `
SELECT c.relname AS name FROM pg_class c
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')`

/** Rows of a table in all towns, whoever may see them: the owner may be bound by its own policies. */
async function countIn(client, table, towns) {
  let count = 0
  for (const { id } of towns) {
    await client.query(`SELECT set_config('app.municipality_id', $1, false)`, [id])
    const { rows } = await client.query(
      `SELECT count(*)::int AS n FROM ${table} WHERE municipality_id = $1`,
      [id]
    )
    count += rows[0].n
  }
  return count
}

/**
 * What stands where a backup is to be restored, in numbers; null where nothing does. A database with tables of
 * others is refused, whatever was said.
 */
export async function whatStands(client, root) {
  const { rows: tables } = await client.query(TABLES)
  const names = tables.map(({ name }) => name)
  if (names.length > 0 && !names.includes(OURS))
    throw new OperatorError('RESTORE_FOREIGN_DATABASE', { database: client.database, table: names[0] })
  const towns = names.includes('municipalities')
    ? (await client.query('SELECT id FROM municipalities')).rows
    : []
  let files = 0
  for await (const path of storedFiles(root)) files += path ? 1 : 0
  if (towns.length + files === 0) return null
  const counts = { towns: towns.length, files }
  for (const table of ['case_files', 'register_entries', 'documents'])
    counts[table] = names.includes(table) ? await countIn(client, table, towns) : 0
  return counts
}

const EMPTY = `
DO $$ DECLARE one record; BEGIN
  FOR one IN SELECT c.oid::regclass AS name FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
  LOOP EXECUTE format('DROP TABLE %s CASCADE', one.name); END LOOP;
  FOR one IN SELECT p.oid::regprocedure AS name FROM pg_proc p
    WHERE p.pronamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
  LOOP EXECUTE format('DROP ROUTINE %s CASCADE', one.name); END LOOP;
END $$`

/** Takes away what stands: the tables and functions of the house, its files, and what is noted of it. */
export async function clear(client, folder) {
  await client.query(EMPTY)
  for (const name of ['files', 'demo.json', 'state.json', 'last_backup.json'])
    rmSync(join(folder, name), { recursive: true, force: true })
}
