import { test } from '@japa/runner'
import { MOST_ITEMS } from '#engine/runtime/repeat'
import { draw, end, exclusive, many, start, timer, user, waitFor } from './builder.ts'
import { Case } from './case.ts'

test.group('A case that has ended', () => {
  test('stays as it was, whatever still comes', async ({ assert }) => {
    const xml = draw('start -> a -> end', { start: start(), a: user('a'), end: end('done') })
    const played = (await Case.of(xml, { x: 1 })).done('a')
    assert.isTrue(played.ended)
    const over = played.state
    assert.deepEqual(played.set({ x: 2 }).state, over)
    const moved = { type: 'modify' as const, cancel: [], activate: [{ element: 'a' }] }
    assert.deepEqual(played.happen(moved).state, over)
    assert.deepEqual(played.happen({ type: 'retry', key: 'a:2', variables: { x: 3 } }).state, over)
  })
})

test.group('A timer by a moment of FEEL', () => {
  const waits = (expression: string) =>
    draw('start -> pause -> end', { start: start(), pause: waitFor(timer(expression)), end: end() })

  test('is due at that instant, whatever zone it is told in', async ({ assert }) => {
    const played = await Case.of(waits('=date and time("2026-05-01T10:00:00.250+02:00")'))
    assert.deepInclude(played.of('timer')[0], { date: '2026-05-01T08:00:00.250Z' })
    const named = await Case.of(waits('=date and time("2026-12-01T10:00:00@Europe/Madrid")'))
    assert.deepInclude(named.of('timer')[0], { date: '2026-12-01T09:00:00.000Z' })
  })

  test('without its zone is an incident: nobody could say which is meant', async ({ assert }) => {
    const played = await Case.of(waits('=date and time("2026-05-01T10:00:00")'))
    assert.deepEqual(
      played.of('incident').map(({ code }) => code),
      ['timer_unusable']
    )
    assert.deepEqual(played.of('timer'), [])
  })
})

test.group('What a trace says that it saw', () => {
  const ways = 'decide -> low : contains(text, "x")\ndecide -> none : default'
  const xml = draw(`start -> decide\n${ways}`, {
    start: start(),
    decide: exclusive(),
    low: end('low'),
    none: end('none'),
  })
  const seen = async (text: string) =>
    (await Case.of(xml, { text })).of('trace').flatMap(({ because }) => because ?? [])[0]

  test('is whole up to eighty letters, and no longer', async ({ assert }) => {
    assert.deepEqual(await seen('a'.repeat(80)), { text: 'a'.repeat(80) })
    assert.deepEqual(await seen('a'.repeat(81)), { text: `${'a'.repeat(80)}…` })
  })
})

test.group('A repetition by number', () => {
  const xml = draw('start -> ask -> end', {
    start: start(),
    ask: many(user('ask', { in: { who: 'who' } }), { 'fin:collection': 'count', 'fin:item': 'who' }),
    end: end('done'),
  })

  test('counts from one', async ({ assert }) => {
    const played = await Case.of(xml, { count: 3 })
    assert.deepEqual(
      played.of('task').map(({ variables }) => variables),
      [{ who: '1' }, { who: '2' }, { who: '3' }]
    )
  })

  test('may be as many as are allowed, and not one more', async ({ assert }) => {
    assert.lengthOf((await Case.of(xml, { count: MOST_ITEMS })).of('task'), MOST_ITEMS)
    const beyond = await Case.of(xml, { count: MOST_ITEMS + 1 })
    assert.deepEqual(
      beyond.of('incident').map(({ code }) => code),
      ['collection_unusable']
    )
    assert.isTrue((await Case.of(xml, { count: 0 })).ended)
  })
})
