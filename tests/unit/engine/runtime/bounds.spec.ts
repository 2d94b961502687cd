import { test } from '@japa/runner'
import {
  condition,
  draw,
  end,
  eventSub,
  exclusive,
  inclusive,
  parallel,
  start,
  startBy,
  user,
  work,
} from '../builder.ts'
import { Case, graphOf } from '../case.ts'
import { advance } from '#engine/index'

const each = <T>(count: number, of: (n: number) => [string, T][]): Record<string, T> =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => of(n)).flat())

/** How long a case takes to begin, and what comes of it. */
async function begun(xml: string, variables = {}) {
  const graph = await graphOf(xml)
  const began = performance.now()
  const { state, commands } = advance(graph, null, { type: 'start', at: '2026-03-02T09:00:00Z', variables })
  return { state, commands, ms: performance.now() - began }
}

test.group('One step of a case', () => {
  test('reasons only so much: what goes round and reckons a lot stops with an incident', async ({
    assert,
  }) => {
    const sum = 'count(for a in 1..9000 return a * a) :: number'
    const xml = draw('start -> m -> w -> g\ng -> m : true\ng -> end : default', {
      ...{ start: start(), m: exclusive(), g: exclusive(), end: end() },
      w: work(each(20, (n) => [[`x${n}`, sum]])),
    })
    const { state, commands, ms } = await begun(xml)
    const incidents = commands.flatMap((one) => (one.type === 'incident' ? [one.code] : []))
    assert.deepEqual([incidents, state.status], [['expression_failed'], 'running'])
    assert.isBelow(ms, 4000)
  })

  test('has as much again when it is tried again', async ({ assert }) => {
    const xml = draw('start -> w -> a -> end', {
      ...{ start: start(), a: user('a'), end: end() },
      w: work(each(20, (n) => [[`x${n}`, 'count(for a in 1..most return a * a) :: number']])),
    })
    const played = await Case.of(xml, { most: 9000 })
    assert.deepEqual(played.waiting, ['w'])
    assert.deepEqual(played.retry('w', { most: 9 }).waiting, ['a'])
  })

  test('passes a long line of inclusive joins without asking each of all the others', async ({ assert }) => {
    const xml = draw(
      `start -> f\n${Array.from({ length: 150 }, (_, n) => `f -> b${n}\n${n ? `b${n - 1} -> b${n}` : ''}`).join('\n')}\nb149 -> end`,
      { start: start(), f: parallel(), end: end(), ...each(150, (n) => [[`b${n}`, inclusive()]]) }
    )
    const { state, ms } = await begun(xml)
    assert.equal(state.status, 'ended')
    assert.isBelow(ms, 4000)
  })

  test('looks at a condition that is waited for only when what it asks for has changed', async ({
    assert,
  }) => {
    const xml = draw('start -> a -> end', {
      ...{ start: start(), a: user('a'), end: end() },
      ...each(100, (n) => [
        [
          `e${n}`,
          eventSub(`c${n} -> z${n}`, {
            [`c${n}`]: startBy(condition('count(for a in 1..400 return a * a) = x'), {
              isInterrupting: 'false',
            }),
            [`z${n}`]: end(),
          }),
        ],
      ]),
    })
    const { commands } = await begun(xml, { x: 400 })
    const entered = commands.filter((one) => one.type === 'trace' && one.kind === 'enter')
    assert.lengthOf(
      entered.filter(({ element }: any) => element.startsWith('c')),
      100
    )
    assert.isFalse(commands.some(({ type }) => type === 'incident'))
  })
})
