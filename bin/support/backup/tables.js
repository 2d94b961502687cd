/** What migrations write themselves, and no backup brings back. */
const OF_THE_SCHEMA = ['adonis_schema', 'adonis_schema_versions', 'partitioned_tables']

const TABLES = `
SELECT c.relname AS name, c.relrowsecurity AS tenant, c.relforcerowsecurity AS forced,
       (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
       (SELECT coalesce(array_agg(DISTINCT p.relname::text), '{}') FROM pg_constraint f JOIN pg_class p ON p.oid = f.confrelid
        WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid <> c.oid) AS parents
FROM pg_class c
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
  AND c.relname <> ALL ($1)
ORDER BY c.relname`

/** Parents before what refers to them, since no foreign key waits for the end. */
export function inOrder(tables) {
  const ordered = new Map()
  const byName = new Map(tables.map((table) => [table.name, table]))
  const visit = (table, above = []) => {
    if (!table || ordered.has(table.name)) return
    if (above.includes(table.name))
      throw new Error(`tables refer to each other in a circle: ${above.join(', ')}`)
    for (const parent of table.parents) visit(byName.get(parent), [...above, table.name])
    ordered.set(table.name, table)
  }
  tables.forEach((table) => visit(table))
  return [...ordered.values()]
}

/** The tables that a backup holds, in an order in which they can be filled. A tenant's has row-level security. */
export const tablesOf = async (client) => inOrder((await client.query(TABLES, [OF_THE_SCHEMA])).rows)

/** The first and the last year for which tables are cut. */
export async function yearsOf(client) {
  const { rows } = await client.query(
    `SELECT min(y)::int AS first, max(y)::int AS last
     FROM (SELECT substring(relname FROM '_(\\d{4})$') AS y FROM pg_class WHERE relispartition AND relkind = 'r'
           AND relnamespace = 'public'::regnamespace) AS partitions`
  )
  return rows[0]
}

const quoted = (name) => `"${name.replaceAll('"', '""')}"`
const list = (columns) => columns.map(quoted).join(', ')

export const rowsSql = ({ name, columns }, town) =>
  `COPY (SELECT ${list(columns)} FROM ${quoted(name)}${town ? ` WHERE municipality_id = '${town}'` : ''}) TO STDOUT`

export const fillSql = ({ name, columns }) => `COPY ${quoted(name)} (${list(columns)}) FROM STDIN`

/** The owner is bound by the policies of its tables, and COPY refuses such a role: for the time of a restore it isn't. */
export const forceSql = ({ name }, forced) =>
  `ALTER TABLE ${quoted(name)} ${forced ? 'FORCE' : 'NO FORCE'} ROW LEVEL SECURITY`

/** How values are written and read, whatever the server or the role is set to. */
export const PLAIN_VALUES = `
SET client_encoding = 'UTF8'; SET datestyle = 'ISO, YMD'; SET intervalstyle = 'postgres'; SET timezone = 'UTC';
SET bytea_output = 'hex'; SET extra_float_digits = 1; SET statement_timeout = 0; SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0`
