import { test } from '@japa/runner'
import fc from 'fast-check'
import { type Block, KINDS_OF_BLOCKS, blocks, predict } from './blocks/index.ts'
import { graphOf } from './case.ts'
import { Play, checkTrace } from './blocks/play.ts'

/** Enough for each pair of kinds to have met in each other. */
const STEPS = 100_000
const RUNS = 100
/** In how many orders each process is played. */
const ORDERS = 8

/** `FINESTRA_SEED=<the number that a failure printed>` plays the same processes again. */
const seed = Number(process.env.FINESTRA_SEED ?? Date.now() % 1_000_000_000)

const kindsIn = (block: Block): string[] => [
  block.is,
  ...Object.values(block)
    .flat()
    .flatMap((inner) => (typeof inner === 'object' && inner ? kindsIn(inner as Block) : [])),
]

test.group('Any process made of blocks', () => {
  test('does what is predicted of it, in every order of events, and leaves nothing behind', async ({
    assert,
  }) => {
    const seen = new Set<string>()
    let steps = 0
    const does = fc.asyncProperty(blocks, fc.integer(), async (block, chance) => {
      for (const kind of kindsIn(block)) seen.add(kind)
      const predicted = predict(block)
      const graph = await graphOf(predicted.xml)
      for (let order = 0; order < ORDERS; order += 1) {
        const { played } = Play.through(graph, predicted, chance + order)
        steps += played.events.length
        checkTrace(played, predicted)
        assert.deepEqual(played.of('end', played.all), [{ type: 'end', outcome: 'done' }])
        assert.deepInclude(played.state, { tokens: {}, joins: {}, status: 'ended' })
        assert.notProperty(played.state, 'compensations')
        assert.deepEqual(played.replayed(), played.state)
      }
    })
    for (let round = 0; steps < STEPS; round += 1) {
      const found = await fc.check(does, { seed: seed + round, numRuns: RUNS })
      if (found.failed)
        assert.fail(
          `FINESTRA_SEED=${seed + round}\n${String(found.errorInstance)}\n${fc.defaultReportMessage(found)}`
        )
    }
    assert.isAtLeast(steps, STEPS)
    assert.sameMembers([...seen], KINDS_OF_BLOCKS)
  }).timeout(600_000)
})
