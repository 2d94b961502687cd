import { test } from '@japa/runner'
import { unwrap } from '#core/result'
import {
  completeMonths,
  deadline,
  eitherClosed,
  extended,
  halved,
  isWorkingDay,
  parseTerm,
  suspended,
  termText,
} from '#deadlines/index'
import { algemesi } from '#tests/unit/deadlines/algemesi'

const term = (text: string) => unwrap(parseTerm(text))
const counted = (text: string, from: string) => deadline(term(text), from, algemesi)

test.group('A suspended term (art. 22)', () => {
  test('in working days skips the days of the pause', ({ assert }) => {
    const pauses = [{ from: '2024-04-16', to: '2024-04-22' }]
    assert.equal(counted('5 working days', '2024-04-12').lastDay, '2024-04-19')
    assert.equal(suspended(counted('5 working days', '2024-04-12'), pauses, algemesi)?.lastDay, '2024-04-25')
  })

  test('in months is given back the natural days of the pause, before a closed last day moves', ({
    assert,
  }) => {
    const pauses = [{ from: '2024-05-20', to: '2024-05-30' }]
    assert.equal(suspended(counted('3 months', '2024-05-15'), pauses, algemesi)?.lastDay, '2024-08-26')
  })

  test('does not count twice what two pauses share', ({ assert }) => {
    const pauses = [
      { from: '2024-05-25', to: '2024-05-30' },
      { from: '2024-05-20', to: '2024-05-28' },
    ]
    assert.equal(suspended(counted('3 months', '2024-05-15'), pauses, algemesi)?.lastDay, '2024-08-26')
  })

  test('is not moved by a pause that begins once it is over', ({ assert }) => {
    const pauses = [{ from: '2024-08-16', to: '2024-09-30' }]
    assert.equal(suspended(counted('3 months', '2024-05-15'), pauses, algemesi)?.lastDay, '2024-08-16')
  })

  test('is over with the last day of what nobody answered, not on the next (art. 22.1.a)', ({ assert }) => {
    // Notified on 27 November, ten working days: up to 14 December, whose end is the next midnight.
    const pauses = [{ from: '2026-11-27', to: '2026-12-14T23:00:00Z' }]
    const resumed = suspended(counted('3 months', '2026-11-27'), pauses, algemesi)
    assert.equal(resumed?.lastDay, '2027-03-16')
  })

  test('in hours stops with the minute', ({ assert }) => {
    const pauses = [{ from: '2024-04-16T10:00:00Z', to: '2024-04-16T11:30:00Z' }]
    const resumed = suspended(counted('4 hours', '2024-04-16T08:00:00Z'), pauses, algemesi)
    assert.equal(resumed?.expiresAt, '2024-04-16T13:30:00.000Z')
  })

  test('has no last day while it is stopped', ({ assert }) => {
    assert.isNull(suspended(counted('3 months', '2024-05-15'), [{ from: '2024-05-20', to: null }], algemesi))
  })
})

test.group('An extended term (art. 32)', () => {
  test('grows by at most half', ({ assert }) => {
    const original = counted('10 working days', '2024-04-12')
    assert.equal(
      unwrap(extended(original, term('5 working days'), '2024-04-20', algemesi)).lastDay,
      '2024-05-06'
    )
    const refused = extended(original, term('6 working days'), '2024-04-20', algemesi)
    assert.equal(refused.ok ? '' : refused.error[0]?.code, 'EXTENSION_OVER_HALF')
  })

  test('of three months may grow by one month, or by 44 natural days of its 92', ({ assert }) => {
    const original = counted('3 months', '2024-05-14')
    assert.equal(unwrap(extended(original, term('1 month'), '2024-06-01', algemesi)).lastDay, '2024-09-16')
    assert.equal(
      unwrap(extended(original, term('44 natural days'), '2024-06-01', algemesi)).lastDay,
      '2024-09-27'
    )
    assert.isFalse(extended(original, term('47 natural days'), '2024-06-01', algemesi).ok)
  })

  test('that is over can no longer be extended', ({ assert }) => {
    const late = extended(counted('10 working days', '2024-04-12'), term('5 days'), '2024-04-27', algemesi)
    assert.equal(late.ok ? '' : late.error[0]?.code, 'EXTENSION_TOO_LATE')
  })

  test('keeps its pauses', ({ assert }) => {
    const paused = suspended(
      counted('10 working days', '2024-04-12'),
      [{ from: '2024-04-15', to: '2024-04-17' }],
      algemesi
    )
    assert.equal(paused?.lastDay, '2024-04-30')
    assert.equal(
      unwrap(extended(paused!, term('1 working day'), '2024-04-20', algemesi)).lastDay,
      '2024-05-02'
    )
  })
})

test.group('An urgent term (art. 33)', () => {
  test('is half, and what does not divide favours the person', ({ assert }) => {
    assert.deepEqual(
      ['10 days', '15 days', '1 month', '2 months', '1 year'].map((text) => termText(halved(term(text)))),
      ['5 working days', '8 working days', '15 natural days', '1 month', '6 months']
    )
  })
})

test.group('A calendar for a person who lives elsewhere (art. 30.6)', () => {
  const elsewhere = {
    ...algemesi,
    id: 'elsewhere',
    years: [2024],
    holidays: { '2024-07-24': { scope: 'local' as const, name: {} } },
  }

  test('is closed where either is', ({ assert }) => {
    const both = eitherClosed(algemesi, elsewhere)
    assert.deepEqual(
      ['2024-07-24', '2024-10-09', '2024-07-25'].map((day) => isWorkingDay(day, both)),
      [false, false, true]
    )
    assert.deepEqual(both.years, [2024])
    const unsure = eitherClosed({ ...algemesi, usual: [2025] }, { ...elsewhere, usual: [2024] })
    assert.deepEqual(unsure.usual, [2024, 2025], 'what one does not know for sure, nobody does')
  })
})

test.group('Complete months', () => {
  test('between two dates', ({ assert }) => {
    assert.equal(completeMonths('2024-02-10', '2024-08-25'), 6)
    assert.equal(completeMonths('2024-01-31', '2024-02-28'), 0)
    assert.equal(completeMonths('2024-01-31', '2024-02-29'), 1)
    assert.equal(completeMonths('2024-04-20', '2024-07-20'), 3)
    assert.equal(completeMonths('2024-07-19', '2024-04-20'), -2)
  })
})
