import { adminRows } from '#tests/bench/database'
import { SMALL, forBpmnEngine } from '#tests/bench/engine/drawn'
import { type Moves, during } from '#tests/bench/engine/during'
import { OtherEngine } from '#tests/bench/engine/other'
import { OwnCase, openCases, published } from '#tests/bench/engine/own'
import { HandmadeStore, type Step } from '#tests/bench/engine/store'
import { median, table } from '#tests/bench/statistics'
import type { BenchTown } from '#tests/bench/towns'

const LANES = [1, 8]
const MOST_LANES = 8
/** Cases that each lane goes through in turn. */
const CASES = 50

type Variant = 'the house' | 'bpmn-engine' | 'the floor'
type Mover = (lane: number) => Promise<void>

/** Each lane has cases of its own and takes them in turn, so that none has all the history. */
function inTurn(moves: (() => Promise<void>)[]): Mover {
  const turns = Array.from({ length: MOST_LANES }, () => 0)
  return (lane) => moves[lane * CASES + (turns[lane]!++ % CASES)]!()
}

async function ownMover(town: BenchTown): Promise<Mover> {
  const procedure = await published('bench-loop', SMALL)
  const ids = await openCases(town, procedure, CASES * MOST_LANES)
  const cases = ids.map((id) => new OwnCase(town, procedure, id))
  return inTurn(cases.map((one) => () => one.move()))
}

async function storedMover(store: HandmadeStore, begun: string, step: Step): Promise<Mover> {
  const ids: string[] = []
  for (let n = 0; n < CASES * MOST_LANES; n += 1) ids.push(await store.openCase(begun, 'review'))
  return inTurn(ids.map((id) => () => store.move(id, step)))
}

async function movers(town: BenchTown, store: HandmadeStore): Promise<Record<Variant, Mover>> {
  const other = await OtherEngine.of(forBpmnEngine(SMALL))
  const standing = JSON.stringify({ tokens: { 'review:2': { element: 'review', waits: 'task' } } })
  return {
    'the house': await ownMover(town),
    'bpmn-engine': await storedMover(store, other.begun, (state) => other.signal(state)),
    'the floor': await storedMover(store, standing, (state) => ({ state, done: 'review', opened: 'check' })),
  }
}

const VARIANTS: Variant[] = ['the house', 'bpmn-engine', 'the floor']

const line = (variant: string, lanes: number, all: Moves[], floor: number): string[] => {
  const of = (what: keyof Moves) => median(all.map((moves) => moves[what]))
  return [
    `${variant}, ${lanes} at once`,
    of('perSecond').toFixed(0),
    (of('perSecond') / floor).toFixed(2),
    of('p50').toFixed(1),
    of('p99').toFixed(1),
    of('cpuOwn').toFixed(2),
    of('cpuDatabase').toFixed(2),
  ]
}

/** Durable transitions a second, the same loop of tasks for all three, in turns. */
export async function benchTransitions(
  town: BenchTown,
  { rounds, seconds }: { rounds: number; seconds: number }
): Promise<void> {
  await HandmadeStore.makeTables()
  const store = new HandmadeStore(MOST_LANES)
  const ready = await movers(town, store)
  // A database that has been at work for a day knows its tables.
  await adminRows('ANALYZE')
  const runs = new Map<string, Moves[]>()
  for (let round = 0; round <= rounds; round += 1)
    for (const lanes of LANES)
      for (const variant of VARIANTS) {
        const moves = await during(seconds, lanes, ready[variant])
        const name = `${variant} ${lanes}`
        if (round > 0) runs.set(name, [...(runs.get(name) ?? []), moves])
      }
  await store.end()
  const rows = LANES.flatMap((lanes) => {
    const of = (variant: Variant) => runs.get(`${variant} ${lanes}`)!
    const floor = median(of('the floor').map(({ perSecond }) => perSecond))
    return VARIANTS.map((variant) => line(variant, lanes, of(variant), floor))
  })
  const head = ['', 'a second', 'of the floor', 'p50 ms', 'p99 ms', 'CPU ms: own', 'database']
  console.log(`\nDurable transitions, medians of ${rounds} rounds of ${seconds} s\n${table(head, rows)}`)
}
