import { test } from '@japa/runner'
import { type Calendar, deadline } from '#deadlines/index'

const calendar = (holidays: string[]): Calendar => ({
  id: 'a town',
  timeZone: 'Europe/Madrid',
  weekend: [6, 7],
  holidays: Object.fromEntries(holidays.map((day) => [day, { scope: 'local', name: null }])) as never,
  years: [2026, 2027],
})

const TEN = { amount: 10, unit: 'working_days' } as const

test.group('A term that is counted over and over', () => {
  test('gives the same, and is counted anew when the calendar is corrected', ({ assert }) => {
    const before = calendar([])
    const first = deadline(TEN, '2026-11-02', before)
    assert.deepEqual(deadline(TEN, '2026-11-02', before), first)
    assert.equal(first.lastDay, '2026-11-16')
    assert.equal(deadline(TEN, '2026-11-02', calendar(['2026-11-10'])).lastDay, '2026-11-17')
  })

  test('is told apart by all that it depends on', ({ assert }) => {
    const town = calendar([])
    const pauses = [{ from: '2026-11-03', to: '2026-11-05' }]
    const days = [
      deadline(TEN, '2026-11-02', town).lastDay,
      deadline({ amount: 11, unit: 'working_days' }, '2026-11-02', town).lastDay,
      deadline({ amount: 10, unit: 'natural_days' }, '2026-11-02', town, { movesToWorkingDay: true }).lastDay,
      deadline(TEN, '2026-11-03', town, { pauses: [] }).lastDay,
      deadline(TEN, '2026-11-02', town, { pauses }).lastDay,
    ]
    assert.deepEqual(days.slice(0, 4), ['2026-11-16', '2026-11-17', '2026-11-12', '2026-11-17'])
    assert.notEqual(days[4], days[0])
  })

  test('stays right after more terms than are kept', ({ assert }) => {
    const town = calendar([])
    for (let amount = 1; amount <= 600; amount += 1)
      deadline({ amount, unit: 'natural_days' }, '2026-11-02', town)
    assert.equal(deadline(TEN, '2026-11-02', town).lastDay, '2026-11-16')
  })
})
