import { benchCompile } from '#tests/bench/engine/compile'
import { assertDisk, seedOpenCases } from '#tests/bench/engine/seed'
import { benchSteps } from '#tests/bench/engine/steps'
import { benchTimers } from '#tests/bench/engine/timers'
import { benchTransitions } from '#tests/bench/engine/transitions'
import { option } from '#tests/bench/options'
import { benchTowns, type BenchTown } from '#tests/bench/towns'

const PARTS = ['steps', 'compile', 'transitions', 'timers']

async function freshTown(): Promise<BenchTown> {
  const { towns } = await benchTowns(1, { prefix: `engine${Date.now()}x` })
  return towns[0]!
}

/**
 * The engine beside bpmn-engine and the floor: `engine`, or a part by `--only=steps,compile,transitions,timers`, with
 * `--rounds=5 --seconds=2 --timers=10000`; `--seed=1000000` has it again with so many cases open.
 */
export async function benchEngine(args: string[]): Promise<void> {
  const parts = option(args, 'only')?.split(',') ?? PARTS
  const unknown = parts.find((part) => !PARTS.includes(part))
  if (unknown) throw new Error(`There is no part "${unknown}". There are: ${PARTS.join(', ')}`)
  const rounds = Number(option(args, 'rounds') ?? 5)
  const seconds = Number(option(args, 'seconds') ?? 2)
  const timers = Number(option(args, 'timers') ?? 10_000)
  const seeded = Number(option(args, 'seed') ?? 0)
  if (seeded > 0) await assertDisk(seeded)
  if (parts.includes('steps')) await benchSteps({ rounds, seconds: seconds / 2 })
  if (parts.includes('compile')) await benchCompile({ rounds, seconds: seconds / 2 })
  for (const cases of seeded > 0 ? [0, seeded] : [0]) {
    if (cases > 0) {
      const began = performance.now()
      await seedOpenCases(await freshTown(), cases, 'later')
      const took = ((performance.now() - began) / 1000).toFixed(0)
      console.log(`\nWith ${cases.toLocaleString('en')} cases open, seeded in ${took} s`)
    }
    if (parts.includes('transitions')) await benchTransitions(await freshTown(), { rounds, seconds })
    if (parts.includes('timers')) await benchTimers(await freshTown(), timers)
  }
}
