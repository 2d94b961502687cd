import { test } from '@japa/runner'
import { unwrap } from '#core/result'
import { deadline, parseTerm, recounted } from '#deadlines/index'
import { algemesi } from '#tests/unit/deadlines/algemesi'

const term = (text: string) => unwrap(parseTerm(text))
const lastDay = (text: string, from: string) => deadline(term(text), from, algemesi).lastDay

test.group('A term in working days (art. 30.2, 30.3)', () => {
  test('of {days} days from {from} ends on {end}')
    .with([
      { days: 10, from: '2024-03-11', end: '2024-03-27' },
      { days: 10, from: '2024-03-22', end: '2024-04-09' },
      { days: 10, from: '2024-06-10', end: '2024-06-25' },
      { days: 5, from: '2024-10-04', end: '2024-10-14' },
      { days: 15, from: '2024-12-20', end: '2025-01-15' },
    ])
    .run(({ assert }, { days, from, end }) => assert.equal(lastDay(`${days} working days`, from), end))

  test('starts the day after, by the clock of the town', ({ assert }) => {
    assert.equal(lastDay('1 working day', '2024-04-15T21:59:59Z'), '2024-04-16')
    assert.equal(lastDay('1 working day', '2024-04-15T22:00:00Z'), '2024-04-17')
  })

  test('expires with the first instant of the day after its last', ({ assert }) => {
    assert.equal(deadline(term('10 days'), '2024-03-11', algemesi).expiresAt, '2024-03-27T23:00:00.000Z')
    assert.equal(deadline(term('10 days'), '2024-06-10', algemesi).expiresAt, '2024-06-25T22:00:00.000Z')
  })
})

test.group('A term in months or years (art. 30.4, 30.5)', () => {
  test('of {months} months from {from} ends on {end}')
    .with([
      { months: 1, from: '2024-01-31', end: '2024-02-29' },
      { months: 1, from: '2024-01-30', end: '2024-02-29' },
      { months: 1, from: '2024-02-19', end: '2024-03-20' },
      { months: 1, from: '2024-02-29', end: '2024-04-02' },
      { months: 3, from: '2024-05-15', end: '2024-08-16' },
      { months: 3, from: '2024-03-12', end: '2024-06-13' },
      { months: 3, from: '2024-07-12', end: '2024-10-14' },
    ])
    .run(({ assert }, { months, from, end }) => assert.equal(lastDay(`${months} months`, from), end))

  test('a year from a 29 February ends on the 28th', ({ assert }) => {
    assert.equal(lastDay('1 year', '2024-02-29'), '2025-02-28')
  })
})

test.group('A term in natural days', () => {
  test('of ten, from the moment a notification was made available, counts whole days (art. 43.2)', ({
    assert,
  }) => {
    const refused = deadline(term('10 natural days'), '2024-07-01T07:00:00Z', algemesi, {
      movesToWorkingDay: false,
    })
    assert.equal(refused.lastDay, '2024-07-11')
    assert.equal(refused.expiresAt, '2024-07-11T22:00:00.000Z')
  })

  test('moves off a closed last day (art. 30.5), unless told that it stays', ({ assert }) => {
    assert.equal(lastDay('10 natural days', '2024-07-03'), '2024-07-15')
    const stays = deadline(term('10 natural days'), '2024-07-03', algemesi, { movesToWorkingDay: false })
    assert.equal(stays.lastDay, '2024-07-13')
  })
})

test.group('A term in hours (art. 30.1)', () => {
  const expiry = (text: string, from: string) => deadline(term(text), from, algemesi).expiresAt

  test('runs minute by minute over the hours of working days', ({ assert }) => {
    assert.equal(expiry('24 hours', '2024-04-16T08:30:00Z'), '2024-04-17T08:30:00.000Z')
    assert.equal(expiry('24 hours', '2024-04-12T08:30:00Z'), '2024-04-15T08:30:00.000Z')
  })

  test('opened on a closed day begins with the next working one', ({ assert }) => {
    assert.equal(expiry('2 hours', '2024-04-13T10:00:00Z'), '2024-04-15T00:00:00.000Z')
  })

  test('that fills a Friday has that Friday as its last day', ({ assert }) => {
    const friday = deadline(term('4 hours'), '2024-04-12T18:00:00Z', algemesi)
    assert.deepInclude(friday, { lastDay: '2024-04-12', expiresAt: '2024-04-12T22:00:00.000Z' })
  })

  test('needs the minute it was opened', ({ assert }) => {
    assert.throws(() => deadline(term('4 hours'), '2024-04-12', algemesi), TypeError)
  })
})

test.group('A calendar', () => {
  test('warns once for each year that is not loaded, and counts with weekends alone', ({ assert }) => {
    const only2024 = { ...algemesi, years: [2024] }
    const { warnings } = deadline(term('15 working days'), '2024-12-20', only2024)
    assert.deepEqual(
      warnings.map(({ code, severity, params }) => [code, severity, params]),
      [['YEAR_NOT_LOADED', 'warning', { year: '2025', calendar: 'algemesi' }]]
    )
    assert.deepEqual(deadline(term('5 working days'), '2024-03-20', only2024).warnings, [])
  })

  test('warns of years whose days are the usual ones, which nobody has confirmed', ({ assert }) => {
    const usual = { ...algemesi, usual: [2025] }
    const codes = (from: string) =>
      deadline(term('15 working days'), from, usual).warnings.map(({ code, params }) => [
        code,
        params['year'],
      ])
    assert.deepEqual(codes('2024-12-20'), [['YEAR_NOT_CONFIRMED', '2025']])
    assert.deepEqual(codes('2024-03-20'), [])
  })

  test('once corrected, counts the same term again', ({ assert }) => {
    const first = deadline(term('10 working days'), '2024-03-11', { ...algemesi, holidays: {} })
    assert.equal(first.lastDay, '2024-03-25')
    assert.equal(recounted(first, algemesi).lastDay, '2024-03-27')
  })

  test('that never opens is an error, not an endless count', ({ assert }) => {
    const closed = { ...algemesi, weekend: [1, 2, 3, 4, 5, 6, 7] }
    assert.throws(() => deadline(term('1 working day'), '2024-03-11', closed), RangeError)
  })
})
