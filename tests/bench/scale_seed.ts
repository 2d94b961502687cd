import { adminRows, adminRowsUnguarded } from '#tests/bench/database'
import { TABLES, type Pattern, type Table } from '#tests/bench/floor/tables'
import { ownOf } from '#tests/bench/floor/rows'
import type { BenchTown } from '#tests/bench/towns'

/** What a case takes on disk with its indexes, about. */
export const BYTES_A_CASE = 11_000
const CHUNK = 50_000
/** One case in so many is still open; the others are history. */
const OPEN = 10

/** An id of a version 7 that a number has always. */
export const BENCH_ID = `
CREATE OR REPLACE FUNCTION public.bench_id(ms bigint, n bigint, k int) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
  SELECT (lpad(to_hex(ms), 12, '0') || '7' || substr(h, 1, 3) || '8' || substr(h, 4, 15))::uuid
  FROM (SELECT md5(n || ':' || k) AS h) AS hashed $$`

/** What a seeded row has of its own, by column; all else is the pattern's. */
const OWN: Record<string, string> = {
  number: 'g.number',
  sequence: 'g.number',
  code: `CASE WHEN p.code IS NULL THEN NULL ELSE upper(substr(md5(g.n || p.code), 1, 24)) END`,
  state: `CASE WHEN g.n % ${OPEN} = 0 THEN p.state ELSE 'closed' END`,
}
const OWN_IN: Partial<Record<Table, string[]>> = {
  register_entries: ['number'],
  audit_entries: ['sequence'],
  verification_codes: ['code'],
  documents: ['code'],
  case_files: ['state'],
}

/** Work is kept for open cases only, and falls due after the bench. */
const ONLY_OPEN: Table[] = ['jobs', 'tasks', 'subscriptions']

function insertOf(table: Table, row: Record<string, unknown>, own: string[]): string {
  const columns = Object.keys(row)
  const values = columns.map((column) => {
    if (table === 'jobs' && column === 'run_at') return `now() + interval '300 days'`
    if (OWN_IN[table]?.includes(column)) return OWN[column]
    const at = own.indexOf(String(row[column]))
    return at === -1 ? `p.${column}` : `public.bench_id(g.ms, g.n, ${at})`
  })
  const open = ONLY_OPEN.includes(table) ? `WHERE g.n % ${OPEN} = 0` : ''
  return `INSERT INTO public.${table} (municipality_id, ${columns.join(', ')})
    SELECT g.town, ${values.join(', ')}
    FROM (SELECT n, towns.id AS town, n / $3::int + 1 AS number, $4::bigint + (n * $5::float8)::bigint AS ms
          FROM generate_series($1::bigint, $2::bigint) AS n
          JOIN unnest($6::uuid[]) WITH ORDINALITY AS towns (id, place) ON towns.place = n % $3::int + 1) AS g,
      jsonb_populate_record(null::public.${table}, $7::jsonb) AS p ${open}`
}

/**
 * Fills the house with so many cases of the towns, filed evenly since 1 January of last year, as copies of one
 * real filing: the tables grow as they would, while the chains are not worth verifying.
 */
export async function seedCases(
  towns: BenchTown[],
  { pattern, key, kept }: { pattern: Pattern; key: string; kept: string[] },
  from: number,
  to: number
): Promise<void> {
  const own = ownOf(pattern, key, kept)
  const since = Date.UTC(new Date().getUTCFullYear() - 1, 0, 1)
  const step = (Date.now() - since) / to
  await adminRows(BENCH_ID)
  for (let first = from; first < to; first += CHUNK) {
    const last = Math.min(first + CHUNK, to) - 1
    for (const table of TABLES)
      for (const row of pattern[table])
        await adminRowsUnguarded(insertOf(table, row, own), [
          first,
          last,
          towns.length,
          since,
          step,
          towns.map(({ id }) => id),
          JSON.stringify(row),
        ])
  }
  const ids = towns.map(({ id }) => id)
  const each = Math.ceil(to / towns.length) + 1
  const year = new Date().getUTCFullYear()
  await adminRowsUnguarded(
    `UPDATE register_counters SET last_number = last_number + $2, year = $3 WHERE municipality_id = ANY($1)`,
    [ids, each, year]
  )
  await adminRowsUnguarded(
    `UPDATE audit_heads SET sequence = sequence + $2 WHERE municipality_id = ANY($1)`,
    [ids, each]
  )
  for (const table of TABLES) await adminRows(`VACUUM (ANALYZE) ${table}`)
  await adminRows('CHECKPOINT')
}
