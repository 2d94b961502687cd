import { test } from '@japa/runner'
import { type Term, reminderAt, workingDaysBetween } from '#deadlines/index'
import { algemesi } from './algemesi.js'

const working = (amount: number): Term => ({ amount, unit: 'working_days' })
const natural = (amount: number): Term => ({ amount, unit: 'natural_days' })

const VECTORS: [string, string, Term, string][] = [
  ['over a weekend and two local holidays', '2024-03-20', working(3), '2024-03-13T07:00:00.000Z'],
  ['over Easter and the change of the hour', '2024-04-09', working(7), '2024-03-27T07:00:00.000Z'],
  ['after the change of the hour', '2024-04-09', working(5), '2024-04-02T06:00:00.000Z'],
  ['over the year’s end', '2024-01-04', working(5), '2023-12-27T07:00:00.000Z'],
  ['on a leap day', '2024-03-01', natural(1), '2024-02-29T07:00:00.000Z'],
  ['at a month’s end', '2024-05-02', working(1), '2024-04-30T06:00:00.000Z'],
  ['of natural days that begin on a Sunday', '2024-07-11', natural(4), '2024-07-05T06:00:00.000Z'],
]

test.group('A reminder', () => {
  for (const [what, lastDay, before, expected] of VECTORS)
    test(`${what}`, ({ assert }) => {
      const at = reminderAt(lastDay, before, algemesi)
      assert.equal(at, expected)
    })

  test('of working days leaves as many after its day as it says', ({ assert }) => {
    for (const lastDay of ['2024-03-27', '2024-06-13', '2024-10-14'])
      for (const amount of [1, 2, 3, 5, 10]) {
        const day = reminderAt(lastDay, working(amount), algemesi)
        assert.equal(workingDaysBetween(day, lastDay, algemesi), amount, `${amount} before ${lastDay}`)
      }
  })
})
