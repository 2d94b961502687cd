import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import app from '@adonisjs/core/services/app'
import type { CompiledProcedure } from '#catalogue/types'
import { Browser, tokenIn } from '#tests/bench/browser'
import { answersOf, makeDrafts } from '#tests/bench/drafts'
import { houseCounts, patternOf } from '#tests/bench/floor/pattern'
import { floorCounts, makeFloorDrafts, makeFloorTables, makeFloorTowns } from '#tests/bench/floor/schema'
import type { FloorFacts } from '#tests/bench/floor/tables'
import { load, type Shot } from '#tests/bench/load'
import { option } from '#tests/bench/options'
import { cpuOf, memoryOf, readDatabase } from '#tests/bench/meters'
import { reportRoad, type Measured, type Variant } from '#tests/bench/road_report'
import { benchTowns, FILER, type BenchTown } from '#tests/bench/towns'
import { startWeb, type Web } from '#tests/bench/web'

const ROUNDS = 5
const TOWNS = 100
/** Filings of one run, by how many are under way at once. */
const AMOUNT: Record<number, number> = { 1: 150, 16: 1600, 64: 3200 }

export interface Ground {
  facts: FloorFacts
  procedure: CompiledProcedure
  towns: BenchTown[]
  webs: Record<Variant, Web>
  /** What a filer of each town sends along. */
  filers: Map<string, { cookie: string; token: string }>
}

export async function signIn(port: number, town: BenchTown) {
  const browser = new Browser(port, town.host)
  const token = tokenIn(await browser.get('/sign-in'))
  const { status } = await browser.post('/sign-in/demo/answer', { _csrf: token, identity: FILER })
  if (status !== 303) throw new Error(`nobody could sign in at ${town.host}: ${status}`)
  const after = tokenIn(await browser.get('/folder'))
  return { cookie: browser.cookie, token: after }
}

/** The house and both floors, side by side on one database; the house's worker is not there: it has a figure of its own. */
export async function prepareGround(townCount = TOWNS, { fee = false } = {}): Promise<Ground> {
  const { procedure, towns } = await benchTowns(townCount, { fee })
  const { towns: patterns } = await benchTowns(1, { prefix: 'pattern', fee })
  await makeFloorTables()
  await makeFloorTowns(towns.map(({ id }) => id))
  const { key, pattern } = await patternOf(patterns[0]!, procedure)
  const facts: FloorFacts = {
    towns: Object.fromEntries(towns.map(({ id, host, personId }) => [host, { id, personId }])),
    pattern,
    key,
    kept: [patterns[0]!.personId],
  }
  const file = join(await mkdtemp(join(tmpdir(), 'finestra-bench-')), 'floor.json')
  await writeFile(file, JSON.stringify(facts))
  const env = { ...process.env, FLOOR_FACTS: file } as Record<string, string>
  const floor = app.makePath('tests/bench/floor/server.ts')
  const webs = {
    house: await startWeb(app.makePath('bin/server.ts'), env),
    F2: await startWeb(floor, env),
    F1: await startWeb(floor, { ...env, FLOOR_BATCH: '1' }),
  }
  const filers = new Map<string, { cookie: string; token: string }>()
  for (const town of towns) filers.set(town.id, await signIn(webs.house.port, town))
  return { facts, procedure, towns, webs, filers }
}

/** Filings for so many towns, in turn, ready to be sent. */
async function shotsFor(variant: Variant, ground: Ground, towns: BenchTown[], count: number) {
  const { procedure, filers } = ground
  const each = Math.ceil(count / towns.length)
  const lists: Shot[][] = []
  for (const town of towns) {
    const ids =
      variant === 'house'
        ? await makeDrafts(town, procedure, each)
        : await makeFloorDrafts(town.id, answersOf(procedure), each)
    const { cookie, token } = filers.get(town.id)!
    const body = new URLSearchParams({ _csrf: token, _version: '1' }).toString()
    lists.push(ids.map((id) => ({ path: `/filings/${id}/submission`, host: town.host, cookie, body })))
  }
  return Array.from({ length: each }, (_, i) => lists.map((list) => list[i]!)).flat()
}

/** One run of filings. Those of a `counted` one wait before and after, so that its fsyncs are its own. */
export async function measure(
  variant: Variant,
  ground: Ground,
  towns: BenchTown[],
  concurrency: number,
  { counted = false, count = AMOUNT[concurrency]! } = {}
): Promise<Measured> {
  const shots = await shotsFor(variant, ground, towns, count)
  const run = await timed(ground.webs[variant], concurrency, shots, { counted })
  console.error(
    `  ${variant}, ${towns.length} towns, ${concurrency} at once: ${Math.round(run.perSecond)} filings/s`
  )
  return run
}

/** Sends them all, and reads the meters before and after. */
export async function timed(
  web: Web,
  concurrency: number,
  shots: Shot[],
  { counted = false } = {}
): Promise<Measured> {
  const before = await readDatabase(counted ? 'settled' : 'at once')
  const cpu = { web: cpuOf(web.pids), database: cpuOf([before.serverPid]), load: process.cpuUsage() }
  const run = await load(web.port, concurrency, shots)
  const spent = {
    web: cpuOf(web.pids) - cpu.web,
    database: cpuOf([before.serverPid]) - cpu.database,
    load: (process.cpuUsage(cpu.load).user + process.cpuUsage(cpu.load).system) / 1000,
  }
  const after = await readDatabase(counted ? 'settled' : 'at once')
  return {
    ...run,
    cpuWeb: spent.web / shots.length,
    cpuDatabase: spent.database / shots.length,
    cpuLoad: spent.load / shots.length,
    fsyncs: counted ? (after.fsyncs - before.fsyncs) / shots.length : null,
    wal: (after.wal - before.wal) / shots.length,
    memory: Math.max(...web.pids.map(memoryOf)),
    filings: shots.length,
  }
}

/** Every filing of either side left the same rows. */
async function assertEqualRows(towns: BenchTown[], filings: Record<Variant, number>): Promise<void> {
  const ids = towns.map(({ id }) => id)
  const [house, floor] = [await houseCounts(ids), await floorCounts(ids)]
  const floors = filings.F1 + filings.F2
  for (const [table, count] of Object.entries(house)) {
    const [each, eachOfFloor] = [count / filings.house, floor[table]! / floors]
    if (each !== eachOfFloor)
      throw new Error(`${table}: ${each} rows a filing in the house, ${eachOfFloor} in the floor`)
  }
  const line = Object.entries(house).map(([table, count]) => `${table} ${count / filings.house}`)
  console.log(`Rows a filing, the same on both sides: ${line.join(', ')}\n`)
}

/** The road of a submission over HTTP beside its floors, rounds interleaved: `road --rounds=5 --at=16,64 --towns=100`; `--fee` files what costs a fee. */
export async function benchRoad(args: string[]): Promise<void> {
  const rounds = Number(option(args, 'rounds') ?? ROUNDS)
  const levels = option(args, 'at')?.split(',').map(Number) ?? [1, 16, 64]
  const ground = await prepareGround(Number(option(args, 'towns') ?? TOWNS), { fee: args.includes('--fee') })
  const filings: Record<Variant, number> = { house: 0, F1: 0, F2: 0 }
  const measured: { towns: number; concurrency: number; variant: Variant; run: Measured }[] = []
  const layouts = ground.towns.length > 1 ? [ground.towns.slice(0, 1), ground.towns] : [ground.towns]
  for (let round = 0; round <= rounds; round += 1)
    for (const towns of layouts)
      for (const concurrency of levels)
        for (const variant of ['F1', 'F2', 'house'] as const) {
          const run = await measure(variant, ground, towns, concurrency, { counted: round === 1 })
          filings[variant] += run.filings
          // The first round warms every process, cache and prepared statement.
          if (round > 0) measured.push({ towns: towns.length, concurrency, variant, run })
        }
  await assertEqualRows(ground.towns, filings)
  console.log(reportRoad(measured))
}
