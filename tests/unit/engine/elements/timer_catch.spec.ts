import { test } from '@japa/runner'
import { draw, end, message, on, start, sub, timer, waitFor } from '../builder.ts'
import { Case } from '../case.ts'
import { saidOf } from '../linted.ts'

const xml = (text: string, tag?: string, given = {}) =>
  draw('start -> pause -> end', { start: start(), pause: waitFor(timer(text, tag), given), end: end() })

test.group('Timer catch event', () => {
  test('starts a timer with its term, and goes on once it is due', async ({ assert }) => {
    const played = await Case.of(xml('10 working days'))
    assert.deepEqual(played.of('timer'), [
      {
        type: 'timer',
        key: 'pause:2',
        element: 'pause',
        term: { amount: 10, unit: 'working_days' },
        suspends: false,
      },
    ])
    assert.deepEqual(played.waiting, ['pause'])
    assert.isTrue(played.trigger('pause').ended)
  })

  test('a timer that suspends says so', async ({ assert }) => {
    const played = await Case.of(xml('3 months', 'timeDuration', { 'fin:suspends': 'true' }))
    assert.deepInclude(played.of('timer')[0], { suspends: true, term: { amount: 3, unit: 'months' } })
    const within = xml('3 months').replace('<bpmn:timerEventDefinition', '$& fin:suspends="true"')
    assert.isTrue((await Case.of(within)).of('timer')[0]?.suspends)
  })

  test('an expression gives a term, a duration, a date or an instant when the timer starts', async ({
    assert,
  }) => {
    const cases = [
      ['5 working days', { term: { amount: 5, unit: 'working_days' } }],
      ['P2M', { term: { amount: 2, unit: 'months' } }],
      ['P10D', { term: { amount: 10, unit: 'natural_days' } }],
      ['2026-05-01', { date: '2026-05-01' }],
      ['2026-05-01T10:00:00Z', { date: '2026-05-01T10:00:00Z' }],
    ] as const
    for (const [limit, due] of cases) {
      assert.deepInclude((await Case.of(xml('=limit'), { limit })).of('timer')[0], due as object)
    }
  })

  test('a fixed date needs no calendar', async ({ assert }) => {
    assert.deepInclude((await Case.of(xml('2026-12-31', 'timeDate'))).of('timer')[0], { date: '2026-12-31' })
  })

  test('an expression that gives no term is an incident that waits to be mended', async ({ assert }) => {
    for (const limit of [null, 'soon', 10, 'P1M2D', 'PT0H', '2026-02-31', '2026-01-01T25:00:00Z']) {
      const played = await Case.of(xml('=limit'), { limit })
      assert.deepEqual(
        played.of('incident').map(({ code, detail }) => [code, detail]),
        [['timer_unusable', 'limit']]
      )
      assert.deepEqual(played.of('timer'), [])
      assert.lengthOf(played.retry('pause', { limit: '5 days' }).of('timer'), 1)
      assert.isTrue(played.trigger('pause').ended)
    }
  })

  test('is stopped with the part that it waits in', async ({ assert }) => {
    const inside = draw('start -> part -> end\nstop -> out', {
      start: start(),
      part: sub('s -> pause -> e', { s: start(), pause: waitFor(timer('10 days')), e: end() }),
      stop: on('part', message('stop')),
      end: end(),
      out: end('stopped'),
    })
    const played = await Case.of(inside)
    const key = played.key('pause')
    assert.deepInclude(played.message('stop').of('cancel'), { type: 'cancel', key })
    assert.deepEqual(played.happen({ type: 'trigger', key }).commands, [])
  })

  test('has a term or a date that can be read, once', async ({ assert }) => {
    for (const term of ['3 months', '24 hours', '=limit']) assert.deepEqual(await saidOf(xml(term)), [])
    assert.deepEqual(await saidOf(xml('a fortnight')), ['TERM_UNREADABLE pause'])
    for (const date of ['tomorrow', '2026-02-31', '10 days'])
      assert.deepEqual(await saidOf(xml(date, 'timeDate')), ['TIMER_DATE pause'])
    for (const text of ['="10 working days"', '="P2M"', '="2026-05-01"', '=if limit then "1 day" else limit'])
      assert.deepEqual(await saidOf(xml(text)), [], text)
    for (const text of [
      '="10 wroking days"',
      '=if limit then "soon" else limit',
      '=if limit then limit else "30 hours"',
    ])
      assert.lengthOf(await saidOf(xml(text)), 1, text)
    assert.deepEqual(await saidOf(xml('="10 wroking days"')), ['TERM_UNREADABLE pause'])
    assert.deepEqual(await saidOf(xml('="2026-02-31"', 'timeDate')), ['TIMER_DATE pause'])
    assert.deepEqual(await saidOf(xml('R3/1 day', 'timeCycle')), ['TIMER_CYCLE pause'])
    const bare = draw('start -> it -> end', {
      start: start(),
      it: waitFor('<bpmn:timerEventDefinition/>'),
      end: end(),
    })
    assert.deepEqual(await saidOf(bare), ['TIMER_MISSING it'])
  })
})
