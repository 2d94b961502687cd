import { test } from '@japa/runner'
import { PLANTED } from './mutants/planted.js'
import { runTests, type Run } from './mutants/run_tests.js'

const AT_ONCE = 2

/** Begins every run, a few at a time; each is awaited by the test that asks for it. */
function begin(runs: (() => Promise<Run>)[]): Promise<Run>[] {
  const lanes = Array.from({ length: AT_ONCE }, () => Promise.resolve())
  return runs.map((run, at) => {
    const begun = lanes[at % AT_ONCE]!.then(run)
    lanes[at % AT_ONCE] = begun.then(
      () => {},
      () => {}
    )
    return begun
  })
}

test.group('A planted fault', (group) => {
  let sound: Promise<Run>
  let faulty: Promise<Run>[] = []

  group.tap((each) => each.timeout(120_000))
  group.setup(() => {
    const [first, ...rest] = begin([
      () => runTests(PLANTED.map(({ caughtBy }) => caughtBy)),
      ...PLANTED.map((planted) => () => runTests([planted.caughtBy], planted)),
    ])
    sound = first!
    faulty = rest
  })

  for (const [at, { title, caughtBy }] of PLANTED.entries())
    test(`${title} turns “${caughtBy.test}” red`, async ({ assert }) => {
      const [with_, without] = [await faulty[at]!, await sound]
      assert.equal(without.ended.get(caughtBy.test), 'passed', without.said.slice(-2000))
      assert.deepEqual([...with_.ended], [[caughtBy.test, 'failed']], with_.said.slice(-2000))
    })
})
