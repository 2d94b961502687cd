import { test } from '@japa/runner'
import fc from 'fast-check'
import {
  type TermUnit,
  deadline,
  dayAfter,
  effectiveFiling,
  eitherClosed,
  extended,
  halved,
  isWorkingDay,
  paymentTerm,
  recounted,
  suspended,
  workingDaysBetween,
} from '#deadlines/index'
import { algemesi } from '#tests/unit/deadlines/algemesi'

const date = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2024-11-30'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10))
const amount = fc.integer({ min: 1, max: 60 })
const unit = fc.constantFrom<TermUnit>('working_days', 'natural_days', 'months', 'years')
const after = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
const pause = fc.tuple(date, fc.nat(40)).map(([from, days]) => ({ from, to: after(from, days) }))
/** Any calendar that opens at times. */
const calendar = fc.uniqueArray(date, { maxLength: 40 }).map((days) => ({
  ...algemesi,
  holidays: Object.fromEntries(days.map((day) => [day, { scope: 'local' as const, name: {} }])),
}))

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
        const to = after(pausedOn, days)
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

test.group('Whatever the calendar', () => {
  test('counting again by it is the same however often, and by another and back', ({ assert }) => {
    fc.assert(
      fc.property(amount, unit, date, calendar, (amount, unit, from, other) => {
        const counted = deadline({ amount, unit }, from, algemesi)
        const moved = recounted(counted, other)
        assert.deepEqual(recounted(moved, other), moved)
        assert.deepEqual(recounted(moved, algemesi), counted)
        assert.isTrue(isWorkingDay(moved.lastDay, other))
      })
    )
  })

  test('a day that is closed more never makes a term end earlier, nor one of the person’s own (art. 30.6)', ({
    assert,
  }) => {
    fc.assert(
      fc.property(amount, unit, date, calendar, (amount, unit, from, elsewhere) => {
        const here = deadline({ amount, unit }, from, algemesi).lastDay
        const both = eitherClosed(algemesi, elsewhere)
        const end = deadline({ amount, unit }, from, both).lastDay
        assert.isTrue(end >= here && end >= deadline({ amount, unit }, from, elsewhere).lastDay)
        assert.isTrue(isWorkingDay(end, algemesi) && isWorkingDay(end, elsewhere))
      })
    )
  })
})

test.group('Terms one after the other', () => {
  test('in working days are one term of their sum, wherever it is cut', ({ assert }) => {
    fc.assert(
      fc.property(amount, amount, date, (one, other, from) => {
        const count = (amount: number, from: string) =>
          deadline({ amount, unit: 'working_days' }, from, algemesi).lastDay
        assert.equal(count(other, count(one, from)), count(one + other, from))
      })
    )
  })

  test('in months are not: each ends on the day of its own start (art. 30.4)', ({ assert }) => {
    const months = (amount: number, from: string) =>
      deadline({ amount, unit: 'months' }, from, algemesi).lastDay
    assert.equal(months(2, '2024-01-31'), '2024-04-02')
    assert.equal(months(1, months(1, '2024-01-31')), '2024-04-02')
    assert.equal(months(3, '2024-01-31'), '2024-04-30')
    assert.equal(months(1, months(2, '2024-01-31')), '2024-05-02')
  })
})

test.group('Suspensions (art. 22)', () => {
  test('count the same in whatever order, and cut in two or as one', ({ assert }) => {
    fc.assert(
      fc.property(amount, unit, date, pause, pause, fc.nat(40), (amount, unit, from, one, other, cut) => {
        const counted = deadline({ amount, unit }, from, algemesi)
        const end = suspended(counted, [one, other], algemesi)!.lastDay
        assert.equal(suspended(counted, [other, one], algemesi)!.lastDay, end)
        const at = [after(one.from, cut), one.to].sort()[0]!
        const halves = [
          { from: one.from, to: at },
          { from: at, to: one.to },
        ]
        assert.equal(suspended(counted, [...halves, other], algemesi)!.lastDay, end)
      })
    )
  })

  test('of a term in working days give back exactly the working days that they took', ({ assert }) => {
    fc.assert(
      fc.property(amount, date, fc.nat(60), fc.nat(40), (amount, from, later, days) => {
        const counted = deadline({ amount, unit: 'working_days' }, from, algemesi)
        const begins = [after(from, later), counted.lastDay].sort()[0]!
        const pauses = [{ from: begins, to: after(begins, days) }]
        const { lastDay } = suspended(counted, pauses, algemesi)!
        const taken = workingDaysBetween(begins, pauses[0]!.to, algemesi)
        const counts = workingDaysBetween(from, lastDay, algemesi)
        assert.equal(counts, begins === counted.lastDay ? amount : amount + taken)
      })
    )
  })
})

test.group('An extension (art. 32) and urgency (art. 33)', () => {
  test('an extension never shortens, and what is granted is at most half more', ({ assert }) => {
    fc.assert(
      fc.property(
        amount,
        unit,
        amount,
        date,
        fc.array(pause, { maxLength: 2 }),
        (amount, unit, by, from, pauses) => {
          const counted = suspended(deadline({ amount, unit }, from, algemesi), pauses, algemesi)!
          const longer = extended(counted, { amount: by, unit }, from, algemesi)
          assert.equal(longer.ok, by * 2 <= amount)
          if (longer.ok) assert.isTrue(longer.value.lastDay >= counted.lastDay)
        }
      )
    )
  })

  test('half a term never ends after the whole, and twice the half never before it', ({ assert }) => {
    fc.assert(
      fc.property(
        amount,
        fc.constantFrom<TermUnit>('working_days', 'natural_days'),
        date,
        (amount, unit, from) => {
          const term = { amount, unit }
          const half = halved(term)
          assert.isTrue(half.amount * 2 >= amount)
          assert.isTrue(deadline(half, from, algemesi).lastDay <= deadline(term, from, algemesi).lastDay)
        }
      )
    )
  })
})

test.group('Hours (art. 30.1)', () => {
  test('end on a working day, later if more, and are the hours of working days between', ({ assert }) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 24 }), date, fc.nat(86_399), (amount, day, second) => {
        const from = new Date(Date.parse(day) + second * 1000).toISOString()
        const count = (amount: number) => deadline({ amount, unit: 'hours' }, from, algemesi)
        assert.isTrue(isWorkingDay(count(amount).lastDay, algemesi))
        assert.isTrue(count(amount).expiresAt > (amount > 1 ? count(amount - 1).expiresAt : from))
        const asked = Date.parse(count(amount).expiresAt) - Date.parse(from)
        if (asked < amount * 3_600_000) assert.fail('it ended before its hours were over')
      })
    )
  })
})

test.group('A debt (Law 58/2003, art. 62)', () => {
  test('is never payable until a closed day, nor less the later it is notified', ({ assert }) => {
    fc.assert(
      fc.property(date, fc.constantFrom('voluntary', 'enforcement' as const), (notified, period) => {
        const { lastDay } = paymentTerm(notified, period, algemesi)
        assert.isTrue(isWorkingDay(lastDay, algemesi) && lastDay > notified)
        assert.isTrue(paymentTerm(dayAfter(notified), period, algemesi).lastDay >= lastDay)
      })
    )
  })
})
