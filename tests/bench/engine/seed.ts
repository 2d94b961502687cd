import { statfs } from 'node:fs/promises'
import app from '@adonisjs/core/services/app'
import { adminRows, adminRowsUnguarded } from '#tests/bench/database'
import { WITH_TERM } from '#tests/bench/engine/drawn'
import { openCases, published } from '#tests/bench/engine/own'
import { BENCH_ID } from '#tests/bench/scale_seed'
import type { BenchTown } from '#tests/bench/towns'

/** What an open case with its task, its timer and its history takes on disk, about. */
const BYTES_A_CASE = 4_500
const CHUNK = 50_000
/** What is over by any calendar before the bench runs. */
const LONG_AGO_MS = 60 * 86_400_000
const TABLES = ['case_files', 'case_events', 'tasks', 'jobs'] as const

export async function assertDisk(cases: number): Promise<void> {
  const { bavail, bsize } = await statfs(app.makePath('.'))
  const [need, free] = [cases * BYTES_A_CASE, bavail * bsize]
  const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`
  console.log(
    `${cases.toLocaleString('en')} open cases need about ${gigabytes(need)}; ${gigabytes(free)} are free`
  )
  if (need > free)
    throw new Error('The disk is too small. Ask for fewer: npm run bench -- engine --seed=100000')
}

type Row = Record<string, unknown>

/** One case of the town with a task whose term is over, as the house writes it; what is read of it is copied. */
async function pattern(town: BenchTown): Promise<{ id: string; rows: Record<string, Row> }> {
  const procedure = await published('bench-term', WITH_TERM)
  const [id] = await openCases(town, procedure, 1, new Date(Date.now() - LONG_AGO_MS))
  const rows: Record<string, Row> = {}
  for (const table of TABLES) {
    const own = table === 'case_files' ? 'id' : 'case_id'
    const [found] = await adminRows<{ row: Row }>(
      `SELECT to_jsonb(t) AS row FROM ${table} t WHERE municipality_id = $1 AND ${own} = $2`,
      [town.id, id]
    )
    rows[table] = found!.row
  }
  await adminRowsUnguarded(`DELETE FROM jobs WHERE municipality_id = $1 AND case_id = $2`, [town.id, id])
  return { id: id!, rows }
}

function copies(table: string, row: Row, caseId: string, runAt: string): string {
  const columns = Object.keys(row)
  const own = (column: string) => {
    if (row[column] === caseId) return `public.bench_id($1::bigint, n, 0)`
    if (column === 'id') return `public.bench_id($1::bigint, n, 1)`
    return table === 'jobs' && column === 'run_at' ? runAt : `p.${column}`
  }
  return `INSERT INTO public.${table} (${columns.join(', ')}) SELECT ${columns.map(own).join(', ')}
    FROM generate_series($2::bigint, $3::bigint) AS n, jsonb_populate_record(null::public.${table}, $4::jsonb) AS p`
}

/** So many open cases, copies of one; their timers fell due one after the other, or will not while the bench runs. */
export async function seedOpenCases(town: BenchTown, count: number, timers: 'due' | 'later'): Promise<void> {
  const { id, rows } = await pattern(town)
  const runAt = timers === 'due' ? `p.run_at + n * interval '1 ms'` : `now() + interval '300 days'`
  const ms = Date.now()
  await adminRows(BENCH_ID)
  for (let first = 1; first <= count; first += CHUNK) {
    const last = Math.min(first + CHUNK - 1, count)
    for (const table of TABLES)
      await adminRowsUnguarded(copies(table, rows[table]!, id, runAt), [
        ms,
        first,
        last,
        JSON.stringify(rows[table]),
      ])
  }
  for (const table of TABLES) await adminRows(`VACUUM (ANALYZE) ${table}`)
  await adminRows('CHECKPOINT')
}
