import { test } from '@japa/runner'
import fc from 'fast-check'
import { deadline, effectiveFiling, isWorkingDay, suspended, workingDaysBetween } from '#deadlines/index'
import { algemesi } from '#tests/unit/deadlines/algemesi'

const date = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2024-11-30'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10))
const amount = fc.integer({ min: 1, max: 60 })
const unit = fc.constantFrom('working_days', 'natural_days', 'months' as const)

test.group('Whatever the term', () => {
  test('its last day is a working day', ({ assert }) => {
    fc.assert(
      fc.property(amount, unit, date, (amount, unit, from) => {
        assert.isTrue(isWorkingDay(deadline({ amount, unit }, from, algemesi).lastDay, algemesi))
      })
    )
  })

  test('a later start never makes it end earlier', ({ assert }) => {
    fc.assert(
      fc.property(amount, unit, date, date, (amount, unit, one, other) => {
        const [first, second] = [one, other].sort() as [string, string]
        const ends = [first, second].map((from) => deadline({ amount, unit }, from, algemesi).lastDay)
        assert.isTrue(ends[0]! <= ends[1]!)
      })
    )
  })

  test('a pause never makes it end earlier', ({ assert }) => {
    fc.assert(
      fc.property(amount, unit, date, date, fc.nat(40), (amount, unit, from, pausedOn, days) => {
        const plain = deadline({ amount, unit }, from, algemesi)
        const to = new Date(Date.parse(pausedOn) + days * 86_400_000).toISOString().slice(0, 10)
        assert.isTrue(suspended(plain, [{ from: pausedOn, to }], algemesi)!.lastDay >= plain.lastDay)
      })
    )
  })

  test('working days counted forward are the working days between', ({ assert }) => {
    fc.assert(
      fc.property(amount, date, (amount, from) => {
        const { lastDay } = deadline({ amount, unit: 'working_days' }, from, algemesi)
        assert.equal(workingDaysBetween(from, lastDay, algemesi), amount)
        assert.equal(workingDaysBetween(lastDay, from, algemesi), -amount)
      })
    )
  })

  test('a filing counts on the first working day that is not before it', ({ assert }) => {
    fc.assert(
      fc.property(date, fc.nat(86_399), (day, second) => {
        const { recordedDate, effectiveDate } = effectiveFiling(
          new Date(Date.parse(day) + second * 1000).toISOString(),
          algemesi
        )
        assert.isTrue(isWorkingDay(effectiveDate, algemesi) && effectiveDate >= recordedDate)
        if (isWorkingDay(recordedDate, algemesi)) assert.equal(effectiveDate, recordedDate)
      })
    )
  })
})
