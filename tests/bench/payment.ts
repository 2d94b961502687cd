import env from '#start/env'
import app from '@adonisjs/core/services/app'
import { claimDue } from '#cases/jobs/due_jobs'
import { runJob } from '#cases/jobs/run_job'
import { uuidv7 } from '#core/ids'
import { DemoGateway } from '#payments/drivers/demo_gateway'
import { adminRows } from '#tests/bench/database'
import { makeDrafts } from '#tests/bench/drafts'
import type { Shot } from '#tests/bench/load'
import { numbersIn, option } from '#tests/bench/options'
import { signIn, timed } from '#tests/bench/road'
import type { Measured } from '#tests/bench/road_report'
import { table } from '#tests/bench/statistics'
import { benchTowns, type BenchTown } from '#tests/bench/towns'
import { startWeb, type Web } from '#tests/bench/web'

const FILINGS = 800
const CONCURRENCY = 16
/** Jobs that are done at once, as a worker does them. */
const WORKER = 4

interface Paying {
  town: BenchTown
  web: Web
  cookie: string
  token: string
}

/** What the worker does of all that is due; answers milliseconds a job. */
async function workThrough(): Promise<{ jobs: number; perSecond: number }> {
  const began = performance.now()
  let jobs = 0
  for (let due = await claimDue(WORKER); due.length > 0; due = await claimDue(WORKER)) {
    await Promise.all(due.map((job) => runJob(job, { at: new Date() })))
    jobs += due.length
  }
  return { jobs, perSecond: jobs / ((performance.now() - began) / 1000) }
}

const form = ({ town, cookie, token }: Paying, path: string, fields: Record<string, string>): Shot => ({
  path,
  host: town.host,
  cookie,
  body: new URLSearchParams({ _csrf: token, ...fields }).toString(),
})

/** What the gateway posts of each attempt: it took the money. */
async function answersOf({ town }: Paying): Promise<Shot[]> {
  const gateway = new DemoGateway(env.get('APP_KEY'))
  const attempts = await adminRows<{ id: string; amount: number }>(
    `SELECT a.id, o.amount::float8 AS amount FROM payment_attempts a JOIN payment_orders o ON o.id = a.order_id
     WHERE a.municipality_id = $1 AND o.state = 'open'`,
    [town.id]
  )
  return attempts.map(({ id, amount }) => ({
    path: '/payments/answers/demo',
    host: town.host,
    cookie: '',
    body: new URLSearchParams(
      gateway.fieldsOf({
        attemptId: id,
        externalId: uuidv7(),
        outcome: 'paid',
        amount,
        settledAt: new Date(),
      })
    ).toString(),
    expect: 200,
  }))
}

/** Every order was paid, once and to the cent. */
async function assertPaid(town: BenchTown, count: number): Promise<void> {
  const [sums] = await adminRows<{ paid: number; due: number; came: number }>(
    `SELECT count(*) FILTER (WHERE state = 'paid')::int AS paid, sum(amount)::float8 AS due,
       (SELECT sum(amount)::float8 FROM settlements WHERE municipality_id = $1) AS came
     FROM payment_orders WHERE municipality_id = $1`,
    [town.id]
  )
  if (sums?.paid !== count || sums.due !== sums.came)
    throw new Error(`${count} were paid, and the house says ${JSON.stringify(sums)}`)
}

const row = (what: string, { perSecond, p50, p99, cpuWeb, cpuDatabase, wal }: Measured) => [
  what,
  perSecond.toFixed(0),
  p50.toFixed(1),
  p99.toFixed(1),
  cpuWeb.toFixed(2),
  cpuDatabase.toFixed(2),
  wal.toFixed(0),
]

/** The whole road of a fee, over HTTP: filed, asked for by the worker, begun at the gateway, and the gateway's answer. `payment 2000 --at=16`. */
export async function benchPayment(args: string[]): Promise<void> {
  const [count = FILINGS] = numbersIn(args)
  const at = Number(option(args, 'at') ?? CONCURRENCY)
  const { procedure, towns } = await benchTowns(1, { prefix: `paying${Date.now()}x`, fee: true })
  const town = towns[0]!
  const web = await startWeb(app.makePath('bin/server.ts'), process.env as Record<string, string>)
  const paying = { town, web, ...(await signIn(web.port, town)) }
  const drafts = await makeDrafts(town, procedure, count)
  const rows: string[][] = []
  const run = async (what: string, shots: Shot[]) => rows.push(row(what, await timed(web, at, shots)))
  await run(
    'filed, with its fee',
    drafts.map((id) => form(paying, `/filings/${id}/submission`, { _version: '1' }))
  )
  const worked = await workThrough()
  const orders = await adminRows<{ id: string }>(`SELECT id FROM payment_orders WHERE municipality_id = $1`, [
    town.id,
  ])
  if (orders.length !== count) throw new Error(`${count} were filed, and ${orders.length} are asked to pay`)
  await run(
    'begun at the gateway',
    orders.map(({ id }) => form(paying, `/folder/payments/${id}/attempts`, { gateway: 'demo' }))
  )
  const answers = await answersOf(paying)
  await run('answered by the gateway', answers)
  await run('answered again', answers)
  await assertPaid(town, count)
  console.log(
    `\nOf ${count} fees, ${at} at once; the worker did ${worked.jobs} jobs, ${worked.perSecond.toFixed(0)}/s\n` +
      table(['', 'a second', 'p50 ms', 'p99 ms', 'CPU ms: web', 'database', 'WAL B'], rows)
  )
}
