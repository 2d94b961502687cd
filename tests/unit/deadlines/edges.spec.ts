import { test } from '@japa/runner'
import { unwrap } from '#core/result'
import {
  type Calendar,
  completeMonths,
  dayAfter,
  dayBefore,
  deadline,
  eitherClosed,
  extended,
  lastDateBefore,
  lastInstantToPay,
  parseTerm,
  startsOn,
  suspended,
  workingDaysBetween,
} from '#deadlines/index'
import { Remembered } from '#deadlines/remembered'
import { algemesi } from '#tests/unit/deadlines/algemesi'

const term = (text: string) => unwrap(parseTerm(text))
const counted = (text: string, from: string) => deadline(term(text), from, algemesi)

test.group('What is no date', () => {
  for (const date of ['2024-02-30', '2024-13-01', '2024-00-10'])
    test(`is no beginning of a term: ${date}`, ({ assert }) => {
      assert.throws(() => counted('10 days', date), `not a date: ${date}`)
    })

  test('is told apart from what only ends like one', ({ assert }) => {
    assert.throws(() => counted('10 days', 'x2024-04-12'), RangeError)
  })
})

test.group('Days beside a day', () => {
  test('are told across the ends of months and years', ({ assert }) => {
    assert.deepEqual(['2024-02-28', '2024-12-31'].map(dayAfter), ['2024-02-29', '2025-01-01'])
    assert.deepEqual(['2024-03-01', '2025-01-01'].map(dayBefore), ['2024-02-29', '2024-12-31'])
  })

  test('begin by the clock of the town, in summer and in winter', ({ assert }) => {
    assert.equal(startsOn('2024-07-01', 'Europe/Madrid'), '2024-06-30T22:00:00.000Z')
    assert.equal(startsOn('2024-12-01', 'Europe/Madrid'), '2024-11-30T23:00:00.000Z')
  })

  test('are the last ones of what is over at midnight', ({ assert }) => {
    assert.equal(lastDateBefore('2024-06-30T22:00:00Z', 'Europe/Madrid'), '2024-06-30')
    assert.equal(lastDateBefore('2024-06-30T22:00:01Z', 'Europe/Madrid'), '2024-07-01')
    assert.equal(lastDateBefore('2024-06-30', 'Europe/Madrid'), '2024-06-30')
  })
})

test.group('A term that cannot be counted', () => {
  test('runs in hours from a date without a time', ({ assert }) => {
    assert.throws(
      () => counted('10 hours', '2024-04-12'),
      'a term in hours runs from an instant, not from a date'
    )
  })

  test('mixes hours and days', ({ assert }) => {
    const [hours, days] = [term('10 hours'), term('10 days')]
    assert.throws(
      () => deadline(hours, '2024-04-12T08:00:00Z', algemesi, { extension: days }),
      'a term in hours is prolonged by hours'
    )
    assert.throws(
      () => deadline(days, '2024-04-12', algemesi, { extension: hours }),
      'hours do not prolong a term in days'
    )
  })

  test('is stopped', ({ assert }) => {
    for (const [text, from] of [
      ['10 days', '2024-04-12'],
      ['10 hours', '2024-04-12T08:00:00Z'],
    ] as const)
      assert.throws(
        () => deadline(term(text), from, algemesi, { pauses: [{ from, to: null }] }),
        'a term that is stopped has no last day'
      )
  })

  test('meets a calendar that is closed for a year', ({ assert }) => {
    const never = { ...algemesi, weekend: [1, 2, 3, 4, 5, 6, 7] }
    assert.throws(
      () => deadline(term('1 day'), '2024-04-12', never),
      'calendar algemesi is closed for a year from 2024-04-13'
    )
  })
})

test.group('A term in hours', () => {
  test('is prolonged by hours', ({ assert }) => {
    const { expiresAt } = deadline(term('2 hours'), '2024-04-16T08:00:00Z', algemesi, {
      extension: term('1 hour'),
    })
    assert.equal(expiresAt, '2024-04-16T11:00:00.000Z')
  })

  test('stands still through the last day of a pause that is told in days', ({ assert }) => {
    const pauses = [{ from: '2024-04-16T09:00:00Z', to: '2024-04-17' }]
    const { expiresAt } = deadline(term('2 hours'), '2024-04-16T08:00:00Z', algemesi, { pauses })
    assert.equal(expiresAt, '2024-04-17T23:00:00.000Z')
  })

  test('is not stopped by a pause that begins once it is over', ({ assert }) => {
    const pauses = [{ from: '2024-04-17T00:00:00Z', to: '2024-04-18T00:00:00Z' }]
    const { expiresAt } = deadline(term('2 hours'), '2024-04-16T08:00:00Z', algemesi, { pauses })
    assert.equal(expiresAt, '2024-04-16T10:00:00.000Z')
  })
})

test.group('Years that are not loaded', () => {
  const until2024 = { ...algemesi, years: [2024] }
  const years = (text: string, from: string, extension: string | null = null) =>
    deadline(term(text), from, until2024, {
      extension: extension === null ? null : term(extension),
    }).warnings.map(({ params }) => params?.['year'])

  test('matter to a term in days for each day that it goes through', ({ assert }) => {
    assert.deepEqual(years('10 working days', '2023-12-20'), ['2023'])
    assert.deepEqual(years('10 working days', '2023-12-31'), [])
    assert.deepEqual(years('3 months', '2023-12-20'), [])
    assert.deepEqual(years('3 months', '2024-10-20'), ['2025'])
  })

  test('matter so as soon as one of its parts is in working days', ({ assert }) => {
    assert.deepEqual(years('3 months', '2023-12-20', '5 working days'), ['2023'])
    assert.deepEqual(years('3 months', '2023-12-20', '5 natural days'), [])
  })
})

test.group('An extension (art. 32)', () => {
  const original = counted('3 months', '2024-05-14')
  const refused = (by: string, decidedAt: string) => {
    const result = extended(original, term(by), decidedAt, algemesi)
    return result.ok ? null : result.error[0]
  }

  test('can be decided on the last day, and no later', ({ assert }) => {
    assert.isNull(refused('1 month', original.lastDay))
    assert.deepInclude(refused('1 month', '2024-08-17'), {
      code: 'EXTENSION_TOO_LATE',
      params: { term: '3 months', extension: '1 month', lastDay: '2024-08-14' },
    })
  })

  test('is exactly half at the most, also when it is counted otherwise', ({ assert }) => {
    assert.isNull(refused('46 natural days', '2024-06-01'))
    assert.deepInclude(refused('47 natural days', '2024-06-01'), {
      code: 'EXTENSION_OVER_HALF',
      params: { term: '3 months', extension: '47 natural days', lastDay: '2024-08-14' },
    })
  })

  test('of the term to resolve is as much again at the most (art. 23.1)', ({ assert }) => {
    const granted = (by: string) => extended(original, term(by), '2024-06-01', algemesi, 'whole')
    const longest = granted('3 months')
    assert.equal(longest.ok && longest.value.lastDay, counted('6 months', '2024-05-14').lastDay)
    const more = granted('4 months')
    assert.deepInclude(more.ok ? null : more.error[0], {
      code: 'EXTENSION_OVER_WHOLE',
      params: { term: '3 months', extension: '4 months', lastDay: '2024-08-14' },
    })
  })

  test('of days is never in hours, nor the other way round', ({ assert }) => {
    assert.equal(refused('10 hours', '2024-06-01')?.code, 'EXTENSION_OVER_HALF')
    const hours = counted('10 hours', '2024-04-16T08:00:00Z')
    assert.isFalse(extended(hours, term('1 day'), '2024-04-16T09:00:00Z', algemesi).ok)
    assert.isTrue(extended(hours, term('5 hours'), '2024-04-16T09:00:00Z', algemesi).ok)
  })
})

test.group('Two calendars as one', () => {
  const sunday: Calendar = { ...algemesi, id: 'far', weekend: [7, 5] }

  test('bear both names, and close on the weekends of both', ({ assert }) => {
    const both = eitherClosed(algemesi, sunday)
    assert.equal(both.id, 'algemesi+far')
    assert.deepEqual(both.weekend, [5, 6, 7])
  })
})

test.group('Terms as they are written', () => {
  for (const [text, amount, unit] of [
    [' 10  days ', 10, 'working_days'],
    [' P10D ', 10, 'natural_days'],
    ['P10Y', 10, 'years'],
    ['P14M', 14, 'months'],
    ['P12W', 84, 'natural_days'],
    ['PT24H', 24, 'hours'],
  ] as const)
    test(`"${text}" is ${amount} ${unit}`, ({ assert }) => assert.deepInclude(term(text), { amount, unit }))

  for (const text of ['10 days of grace', 'about P10D', '', 'days', '10'])
    test(`"${text}" is none`, ({ assert }) => {
      const read = parseTerm(text)
      assert.equal(read.ok ? '' : read.error[0]?.code, 'TERM_UNREADABLE')
    })
})

test.group('Pauses', () => {
  test('that touch are one', ({ assert }) => {
    const pauses = [
      { from: '2024-05-20', to: '2024-05-25' },
      { from: '2024-05-25', to: '2024-05-30' },
      { from: '2024-06-03', to: '2024-06-05' },
    ]
    assert.equal(suspended(counted('3 months', '2024-05-15'), pauses, algemesi)?.lastDay, '2024-08-27')
  })
})

test.group('The time to pay', () => {
  const at = new Date('2024-04-12T08:00:00Z')

  test('is that of the law where the process says nothing of it', ({ assert }) => {
    assert.equal(
      lastInstantToPay(at, { term: null, atLeast: null }, algemesi),
      lastInstantToPay(at, {}, algemesi)
    )
  })

  test('is never made up from what is no text', ({ assert }) => {
    assert.throws(() => lastInstantToPay(at, { term: 5 }, algemesi), 'no term: 5')
    assert.throws(() => lastInstantToPay(at, { term: 'soon' }, algemesi), 'no term: "soon"')
  })
})

test.group('What is counted between two dates', () => {
  test('is nothing on one day', ({ assert }) => {
    assert.equal(workingDaysBetween('2024-04-12', '2024-04-12', algemesi), 0)
    assert.equal(completeMonths('2024-04-12', '2024-04-12'), 0)
  })
})

test.group('What is remembered', () => {
  test('is reckoned once for a calendar, and for another anew', ({ assert }) => {
    const remembered = new Remembered<{ n: number }>()
    let n = 0
    const ask = (calendar: Calendar, key = 'a term') => remembered.of(calendar, key, () => ({ n: ++n })).n
    const other = { ...algemesi }
    assert.deepEqual([ask(algemesi), ask(algemesi), ask(other), ask(algemesi, 'another')], [1, 1, 2, 3])
  })

  test('is so much and no more: then it is reckoned again', ({ assert }) => {
    const remembered = new Remembered<{ n: number }>()
    let reckoned = 0
    const ask = (key: number) => remembered.of(algemesi, String(key), () => ({ n: ++reckoned }))
    for (let key = 0; key < 256; key += 1) ask(key)
    ask(0)
    assert.equal(reckoned, 256)
    ask(256)
    ask(0)
    assert.equal(reckoned, 258)
  })
})
