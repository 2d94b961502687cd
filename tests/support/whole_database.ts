import { load } from '#tests/unit/bootstrap/load'

const { withClient } = await load('postgres/connect')

const TABLES = `
SELECT relname AS name FROM pg_class
WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition ORDER BY relname`

/** What a restore itself writes: the migrator's own list has new times, and each trail a row that says so. */
const OWN = ['adonis_schema', 'audit_entries', 'audit_heads']

/** Every row of every table, as `table: [rows, digest of them all]`, as the owner sees them. */
export const wholeDatabase = (url: string): Promise<Record<string, [number, string]>> =>
  withClient(url, async (client: any) => {
    await client.query(`SET timezone = 'UTC'`)
    const { rows: tables } = await client.query(TABLES)
    const whole: Record<string, [number, string]> = {}
    for (const { name } of tables) {
      if (OWN.includes(name)) continue
      const { rows } = await client.query(
        `SELECT count(*)::int AS n, md5(coalesce(string_agg(md5(t::text), '' ORDER BY md5(t::text)), '')) AS digest FROM ${name} t`
      )
      whole[name] = [rows[0].n, rows[0].digest]
    }
    return whole
  })

/** The rows of the audit trails, in their order. */
export const trailsOf = (url: string): Promise<string[]> =>
  withClient(url, async (client: any) => {
    const { rows } = await client.query(
      `SELECT municipality_id || ' ' || sequence || ' ' || action || ' ' || hash AS said FROM audit_entries ORDER BY municipality_id, sequence`
    )
    return rows.map(({ said }: { said: string }) => said)
  })
