import { test } from '@japa/runner'
import { draw, end, startBy, timer, user } from '../builder.ts'
import { Case, graphOf } from '../case.ts'
import { saidOf } from '../linted.ts'
import { beginsAPart } from './shared/begins_a_part.ts'
import { BESIDE, top } from './shared/parts.ts'

test.group('Timer start event', () => {
  beginsAPart({ definition: timer('10 days'), happens: (played) => played.trigger('s') })

  test('begins a case on its date, again and again, and waits for nothing there', async ({ assert }) => {
    const xml = draw('yearly -> b -> end', {
      yearly: startBy(timer('R/2027-01-01/12 months', 'timeCycle')),
      b: user('b'),
      end: end(),
    })
    const graph = await graphOf(xml)
    assert.deepEqual(graph.starts, [
      {
        element: 'yearly',
        by: 'timer',
        due: { date: '2027-01-01' },
        again: { every: { amount: 12, unit: 'months' }, times: null },
      },
    ])
    const played = new Case(graph).happen({ type: 'start', variables: {}, element: 'yearly' })
    assert.deepEqual(played.path, ['yearly', 'b'])
    assert.deepEqual(played.of('timer'), [])
    assert.deepEqual(played.waiting, ['b'])
  })

  test('says by what it is due, and how often it comes again after the first', async ({ assert }) => {
    const due = async (definition: string) =>
      (await graphOf(draw('s -> end', { s: startBy(definition), end: end() }))).starts
    const days = { amount: 10, unit: 'working_days' }
    const told = { element: 's', by: 'timer' }
    assert.deepEqual(await due(timer('2027-01-01', 'timeDate')), [
      { ...told, due: { date: '2027-01-01' }, again: null },
    ])
    assert.deepEqual(await due(timer('R3/10 days', 'timeCycle')), [
      { ...told, due: { term: days }, again: { every: days, times: 2 } },
    ])
    assert.deepEqual(await due(timer('R1/2027-01-01T09:00:00Z/10 days', 'timeCycle')), [
      { ...told, due: { date: '2027-01-01T09:00:00Z' }, again: { every: days, times: 0 } },
    ])
  })

  test('comes back as often as it says, and never after its scope is left', async ({ assert }) => {
    const played = await Case.of(top(timer('R3/10 days', 'timeCycle'), BESIDE))
    for (const _ of [1, 2, 3]) played.trigger('s')
    assert.deepEqual(played.keys('s'), [])
    assert.lengthOf(played.keys('c'), 3)
    const left = (await Case.of(top(timer('R/10 days', 'timeCycle'), BESIDE))).trigger('s').done('a')
    assert.lengthOf(left.keys('s'), 1)
    left.done('c')
    assert.isTrue(left.ended)
    assert.deepEqual(
      left.of('cancel').map(({ key }) => key.split(':')[0]),
      ['s']
    )
  })

  test('whose term can not be read is an incident, which keeps nothing open', async ({ assert }) => {
    const played = await Case.of(top(timer('=term')), { term: 'soon' })
    assert.deepEqual(
      played.of('incident').map(({ code }) => code),
      ['timer_unusable']
    )
    played.retry('s', { term: '10 days' })
    assert.lengthOf(played.of('timer'), 1)
    assert.deepEqual(played.trigger('s').waiting, ['aside', 'c'])
    const ended = (await Case.of(top(timer('=term')), { term: 'soon' })).done('a')
    assert.isTrue(ended.ended)
    assert.lengthOf(ended.of('cancel'), 1)
  })

  test('starts a timer of its scope, which may stand still with the term of the case', async ({ assert }) => {
    const played = await Case.of(top(timer('10 days'), { 'fin:suspends': 'true' }))
    assert.deepEqual(played.of('timer'), [
      {
        type: 'timer',
        key: 's:1',
        element: 's',
        term: { amount: 10, unit: 'working_days' },
        suspends: true,
      },
    ])
  })

  test('comes again only where that makes sense, by a cycle that can be read', async ({ assert }) => {
    const cycle = timer('R3/10 days', 'timeCycle')
    assert.deepEqual(await saidOf(top(cycle, BESIDE)), [])
    assert.deepEqual(await saidOf(top(cycle)), ['TIMER_CYCLE s'])
    const alone = (definition: string) => draw('s -> end', { s: startBy(definition), end: end() })
    assert.deepEqual(await saidOf(alone(cycle)), [])
    for (const text of ['R0/1 day', '3/1 day', 'R3/', 'R3/2027-01-01', 'Rx/1 day', 'xR3/1 day', 'R3/soon'])
      assert.deepEqual(await saidOf(alone(timer(text, 'timeCycle'))), ['TIMER_CYCLE_UNREADABLE s'], text)
    assert.deepEqual(await saidOf(alone(timer('R3/2027-02-31/1 day', 'timeCycle'))), ['TIMER_DATE s'])
    assert.deepEqual(await saidOf(alone('<bpmn:timerEventDefinition/>')), ['TIMER_MISSING s'])
  })
})
