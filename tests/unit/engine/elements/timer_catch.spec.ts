import { test } from '@japa/runner'
import { draw, end, start, timer, waitFor } from '../builder.ts'
import { Case } from '../case.ts'

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
})
