import { test } from '@japa/runner'
import { dueOn } from '#cases/domain/due_on'
import { fill } from '#cases/domain/fill'
import { timerDue } from '#cases/domain/timer_due'
import type { Calendar } from '#deadlines/index'

const CALENDAR: Calendar = {
  id: 'town',
  timeZone: 'Europe/Madrid',
  weekend: [6, 7],
  holidays: {},
  years: [2026],
}
const TERM = { amount: 10, unit: 'working_days' as const }

test.group('A timer', () => {
  const date = { term: null, date: '2026-07-01', from: '2026-03-02', suspends: false }

  test('for a date that is awaited goes off when that day begins in the town: nothing ends on it', ({
    assert,
  }) => {
    assert.deepEqual(timerDue(date, CALENDAR), { runAt: '2026-06-30T22:00:00.000Z', lastDay: null })
  })

  test('for the last day of a term goes off once it is over: the day is in the term (art. 30)', ({
    assert,
  }) => {
    const due = timerDue({ ...date, through: true }, CALENDAR)
    assert.deepEqual(due, { runAt: '2026-07-01T22:00:00.000Z', lastDay: '2026-07-01' })
  })

  test('for an instant goes off at that instant', ({ assert }) => {
    const due = timerDue(
      { term: null, date: '2026-07-01T10:00:00+02:00', from: '2026-03-02', suspends: false },
      CALENDAR
    )
    assert.deepEqual(due, { runAt: '2026-07-01T08:00:00.000Z', lastDay: null })
  })

  test('that suspends is given back the pauses since it began, and no earlier ones', ({ assert }) => {
    const timer = { term: TERM, date: null, from: '2026-03-02T09:30:00Z', suspends: true }
    const pauses = [
      { from: '2026-02-01', to: '2026-02-20' },
      { from: '2026-03-04', to: '2026-03-06' },
    ]
    assert.equal(timerDue(timer, CALENDAR, pauses).lastDay, '2026-03-18')
    assert.equal(timerDue({ ...timer, suspends: false }, CALENDAR, pauses).lastDay, '2026-03-16')
  })
})

test.group('The last day to resolve', () => {
  test('is none while the term stands still, or where there is no term', ({ assert }) => {
    const pauses = [{ from: '2026-03-04', to: null }]
    assert.isNull(dueOn({ term: TERM, countsFrom: '2026-03-02', pauses }, CALENDAR))
    assert.isNull(dueOn({ term: null, countsFrom: '2026-03-02', pauses: [] }, CALENDAR))
    assert.equal(dueOn({ term: TERM, countsFrom: '2026-03-02', pauses: [] }, CALENDAR), '2026-03-16')
  })
})

test.group('The words of a notice', () => {
  test('are filled from what the case knows, and what is filled in is never read again', ({ assert }) => {
    const context = { applicant: { name: 'Àngela {{town.name}}' }, town: { name: 'Benialba' } }
    assert.equal(
      fill('Hola {{applicant.name}}, {{ town.name }}.', context),
      'Hola Àngela {{town.name}}, Benialba.'
    )
  })

  test('leave out what is missing, and reach nothing but plain data', ({ assert }) => {
    assert.equal(
      fill('[{{nobody.there}}][{{constructor.name}}][{{town}}]', { town: { name: 'x' } }),
      '[][][]'
    )
  })
})
