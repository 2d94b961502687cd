import { test } from '@japa/runner'
import { draw, end, parallel, start, sub, user } from '../builder.ts'
import { Case } from '../case.ts'
import { saidOf } from '../linted.ts'

test.group('Start event', () => {
  test('begins a case, and says so', async ({ assert }) => {
    const xml = draw('start -> a -> end', {
      start: start({ 'fin:phase': 'received' }),
      a: user('a'),
      end: end(),
    })
    const played = await Case.of(xml, { x: 1 })
    assert.deepEqual(played.commands.slice(0, 4), [
      { type: 'trace', element: 'start', kind: 'enter' },
      { type: 'phase', phase: 'received' },
      { type: 'trace', element: 'start', kind: 'leave' },
      { type: 'trace', element: 'start', kind: 'take', flow: 'start_to_a' },
    ])
    assert.deepEqual(played.waiting, ['a'])
    assert.deepInclude(played.state, { phase: 'received', variables: { x: 1 } })
  })

  test('a case that has begun does not begin again, and one that has not takes no other event', async ({
    assert,
  }) => {
    const played = await Case.of(draw('start -> a -> end', { start: start(), a: user('a'), end: end() }))
    const before = played.state
    assert.deepEqual(played.happen({ type: 'start', variables: { x: 1 } }).state, before)
    assert.throws(
      () => new Case(played.graph).happen({ type: 'trigger', key: 'a:1' }),
      /begins with its start/
    )
  })

  test('stands once at the top, and once in each part that a flow leads to', async ({ assert }) => {
    const two = draw('start -> end\nother -> end', { start: start(), other: start(), end: end() })
    assert.deepEqual(await saidOf(two), ['START_SEVERAL other'])
    const within = (flows: string, more: Parameters<typeof sub>[1]) =>
      draw('start -> part -> end', { start: start(), part: sub(flows, more), end: end() })
    assert.deepEqual(await saidOf(within('s -> e', { s: start(), e: end() })), [])
    assert.deepEqual(await saidOf(within('s -> e\nt -> e', { s: start(), t: start(), e: end() })), [
      'START_SEVERAL t',
    ])
    assert.deepEqual(await saidOf(within('', { e: end() })), ['START_MISSING part', 'UNREACHABLE e'])
  })

  test('nothing leads to it, and it leads on', async ({ assert }) => {
    const round = draw('start -> a -> end\na -> start', { start: start(), a: parallel(), end: end() })
    assert.deepEqual(await saidOf(round), ['BEGINNING_ENTERED start'])
    const stops = draw('start', { start: start() })
    assert.deepEqual(await saidOf(stops), ['DEAD_END start'])
  })
})
