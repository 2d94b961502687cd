import { test } from '@japa/runner'
import { type Counted, recountedTerms } from '#cases/domain/recounted_terms'
import { timerDue } from '#cases/domain/timer_due'
import type { TimerInput } from '#cases/types'
import { type Calendar, parseTerm } from '#deadlines/index'
import { unwrap } from '#core/result'

const calendar: Calendar = {
  id: 'town',
  timeZone: 'Europe/Madrid',
  weekend: [6, 7],
  holidays: {},
  years: [2026],
}
const closedOn = (...days: string[]): Calendar => ({
  ...calendar,
  holidays: Object.fromEntries(days.map((day) => [day, { scope: 'local' as const, name: {} }])),
})

/** A timer as a process started it on 2 March: the term is whatever its diagram, a variable or an answer gave. */
function timer(id: string, due: { term?: string; date?: string; suspends?: boolean; extension?: string }) {
  const input: TimerInput = {
    element: id,
    term: due.term ? unwrap(parseTerm(due.term)) : null,
    date: due.date ?? null,
    from: '2026-03-02T09:00:00.000Z',
    lastDay: null,
    suspends: due.suspends ?? false,
    ...(due.extension && { extension: unwrap(parseTerm(due.extension)) }),
  }
  const counted = timerDue(input, calendar)
  return { id, key: `${id}:1`, runAt: new Date(counted.runAt), input: { ...input, lastDay: counted.lastDay } }
}

const of = (...timers: Counted['timers']): Counted => ({
  workflow: { tokens: {} } as Counted['workflow'],
  ...{
    countsFrom: '2026-03-02',
    dueOn: null,
    silenceOn: null,
    pauses: [],
    seats: [],
    extension: null,
    timers,
  },
})

const moved = (counted: Counted, by: Calendar) =>
  (recountedTerms(counted, null, by)?.timers ?? []).map(({ id, input }) => [id, input.lastDay])

test.group('Timers of an open case, counted by another calendar (Law 39/2015, art. 30.7)', () => {
  test('move by the term that they began with, in whatever unit', ({ assert }) => {
    const all = of(
      timer('days', { term: '10 working days' }),
      timer('month', { term: '1 month' }),
      timer('year', { term: 'P1Y' }),
      timer('natural', { term: '10 natural days' }),
      timer('hours', { term: '24 hours' }),
      timer('extended', { term: '10 working days', extension: '5 working days' })
    )
    const now = closedOn('2026-03-03', '2026-03-12', '2026-04-02', '2027-03-02')
    assert.deepEqual(moved(all, now), [
      ['days', '2026-03-18'],
      ['month', '2026-04-03'],
      ['year', '2027-03-03'],
      ['natural', '2026-03-13'],
      ['hours', '2026-03-04'],
      ['extended', '2026-03-25'],
    ])
  })

  test('do not, if it is a date or a moment that they were given', ({ assert }) => {
    const all = of(timer('date', { date: '2026-03-12' }), timer('moment', { date: '2026-03-12T10:00:00Z' }))
    assert.isNull(recountedTerms(all, null, closedOn('2026-03-12')))
  })

  test('move while the case stands still, too, by the pauses that are over', ({ assert }) => {
    const standing = { ...of(timer('term', { term: '10 working days', suspends: true })), pauses: [{ from: '2026-03-05', to: null }] } // prettier-ignore
    assert.deepEqual(moved(standing, closedOn('2026-03-10')), [['term', '2026-03-17']])
    const before = { ...standing, pauses: [{ from: '2026-03-03', to: '2026-03-04' }, ...standing.pauses] }
    assert.deepEqual(moved(before, closedOn('2026-03-10')), [['term', '2026-03-18']])
  })

  test('and once', ({ assert }) => {
    const now = closedOn('2026-03-10')
    const first = recountedTerms(of(timer('days', { term: '10 working days' })), null, now)!
    const timers = first.timers.map((one) => ({ ...one, key: 'days:1', runAt: new Date(one.runAt) }))
    assert.isNull(recountedTerms(of(...timers), null, now))
  })
})
