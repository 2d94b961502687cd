import { test } from '@japa/runner'
import fc from 'fast-check'
import { type Block, type Predicted, blocks, predict } from './blocks.ts'
import { Case, graphOf } from './case.ts'

/** The same numbers for the same seed. */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const OUTSIDE = ['task', 'activity', 'timer', 'message']

/** Lets things happen in some order until nothing waits any more. */
async function play({ xml, variables, idle, unsent }: Predicted, seed: number): Promise<Case> {
  const below = numbers(seed)
  const played = new Case(await graphOf(xml)).happen({ type: 'start', variables })
  const open = new Set<string>()
  account(played, open)
  for (let moves = 0; !played.ended; moves += 1) {
    if (moves > 2000) throw new Error('the case does not come to an end')
    const waiting = Object.entries(played.state?.tokens ?? {})
      .filter(
        ([, { waits, element }]) => OUTSIDE.includes(waits) && !idle.has(element) && !unsent.has(element)
      )
      .sort(([a], [b]) => (a < b ? -1 : 1))
    const [key, token] = waiting[below(waiting.length)] ?? []
    if (!key || !token) throw new Error(`nothing can happen: ${JSON.stringify(played.state)}`)
    if (token.waits === 'activity' && below(4) === 0) {
      played.happen({ type: 'fail', key, reason: 'down' }).happen({ type: 'retry', key })
    }
    if (token.waits === 'timer') played.happen({ type: 'trigger', key })
    else if (token.waits === 'message')
      played.happen({ type: 'message', name: token.message ?? '', key, payload: null })
    else played.happen({ type: 'done', key, result: null })
    open.delete(key)
    account(played, open)
  }
  return played
}

/** Every live wait has exactly one task, activity, timer or subscription outside, and the other way round. */
function account(played: Case, open: Set<string>): void {
  for (const command of played.commands) {
    if (['task', 'activity', 'timer', 'subscribe'].includes(command.type))
      open.add((command as { key: string }).key)
    if (command.type === 'cancel' && !open.delete(command.key))
      throw new Error(`cancelled what was not open: ${command.key}`)
    if (command.type === 'incident') throw new Error(`incident: ${JSON.stringify(command)}`)
  }
  const live = Object.entries(played.state?.tokens ?? {}).flatMap(([key, { waits }]) =>
    OUTSIDE.includes(waits) ? [key] : []
  )
  if ([...open].sort().join() !== live.sort().join()) throw new Error(`open ${[...open]}, live ${live}`)
}

function checkTrace(played: Case, { counts, order }: Predicted): void {
  const entered = new Map<string, number[]>()
  for (const [n, id] of played.path.entries()) entered.set(id, [...(entered.get(id) ?? []), n])
  for (const id of entered.keys()) if (!counts.has(id)) throw new Error(`${id} was not to be entered`)
  for (const [id, { least, most }] of counts) {
    const times = entered.get(id)?.length ?? 0
    if (times < least || times > most) throw new Error(`${id}: ${times} times, not ${least} to ${most}`)
  }
  const places = (ids: string[]) => ids.flatMap((id) => entered.get(id) ?? [])
  for (const [before, after] of order) {
    if (Math.max(...places(before), -1) > Math.min(...places(after), Infinity))
      throw new Error(`${after} before ${before}`)
  }
}

test.group('Any process made of blocks', () => {
  test('does what is predicted of it, in every order of events, and leaves nothing behind', async ({
    assert,
  }) => {
    const seen = new Set<Block['is']>()
    await fc.assert(
      fc.asyncProperty(blocks, fc.integer(), async (block, seed) => {
        seen.add(block.is)
        const predicted = predict(block)
        const played = await play(predicted, seed)
        checkTrace(played, predicted)
        assert.deepEqual(played.of('end', played.all), [{ type: 'end', outcome: 'done' }])
        assert.deepInclude(played.state, { tokens: {}, joins: {}, status: 'ended' })
        assert.deepEqual(played.replayed(), played.state)
      }),
      { numRuns: 150 }
    )
    assert.isAbove(seen.size, 5)
  }).timeout(60_000)
})
