import { test } from '@japa/runner'
import type { Calendar, Term } from '#deadlines/index'
import { type Assessment, feeRows } from '#fees/index'
import { isCounted, lateFiling } from '#fees/late_filing'
import { closedDays } from '#tenancy/domain/closed_days'

const YEARS = [2022, 2024, 2026, 2027, 2028, 2029, 2030]

/** A town without feasts: only weekends are closed. */
const calendar: Calendar = {
  id: 'plain',
  timeZone: 'Europe/Madrid',
  weekend: [6, 7],
  holidays: {},
  years: YEARS,
}

const INTER_VIVOS: Term = { amount: 30, unit: 'working_days' }
const INHERITED: Term = { amount: 6, unit: 'months' }

/** Thirty working days from Tuesday 10 February 2026 end on Tuesday 24 March. */
const counted = (filedOn: string, accruedOn = '2026-02-10', term = INTER_VIVOS) =>
  lateFiling(term, { accruedOn, filedOn, calendar })

const filed = (...given: Parameters<typeof counted>) => {
  const late = counted(...given)
  return late && isCounted(late) ? late : null
}

/** As a town of the Valencian Community closes. */
const valencian: Calendar = {
  ...calendar,
  id: 'valencian',
  holidays: Object.fromEntries(
    closedDays(YEARS, 'ES-VC').map(({ day, scope, name }) => [day, { scope, name }])
  ),
}

test.group('A self-assessment that is filed late (Law 58/2003, art. 27.2)', () => {
  test('is late from the day after the last of its term', ({ assert }) => {
    assert.isNull(filed('2026-03-24'))
    assert.deepInclude(filed('2026-03-25'), { lastDay: '2026-03-24', surcharge: '1', interest: false })
  })

  test('has a surcharge of one percent, and of one more for each complete month', ({ assert }) => {
    assert.deepEqual(
      ['2026-04-23', '2026-04-24', '2026-06-24', '2027-03-23'].map((day) => filed(day)?.surcharge),
      ['1', '2', '4', '12']
    )
  })

  test('has one of fifteen percent, and interest, once twelve months have passed', ({ assert }) => {
    assert.deepInclude(filed('2027-03-24'), { surcharge: '15', interest: true, barred: false })
  })

  test('counts six months where it was inherited (RDLeg 2/2004, art. 110.2.b)', ({ assert }) => {
    assert.isNull(filed('2026-08-10', '2026-02-10', INHERITED))
    assert.equal(filed('2026-08-11', '2026-02-10', INHERITED)?.lastDay, '2026-08-10')
  })

  test('need not be filed any more four years after the end of its term (arts. 66.a and 67.1)', ({
    assert,
  }) => {
    assert.isFalse(filed('2030-03-24')?.barred)
    assert.isTrue(filed('2030-03-25')?.barred)
  })
})

test.group('The last day of a self-assessment of years ago', () => {
  const late = (accruedOn: string, filedOn: string, known: Calendar) =>
    lateFiling(INTER_VIVOS, { accruedOn, filedOn, calendar: known })

  test('is told by the closed days of its year', ({ assert }) => {
    assert.deepInclude(late('2022-10-14', '2026-11-27', valencian), { lastDay: '2022-11-28', barred: false })
    assert.deepInclude(late('2022-10-14', '2026-11-29', valencian), { lastDay: '2022-11-28', barred: true })
    assert.deepInclude(late('2024-09-20', '2026-11-27', valencian), {
      lastDay: '2024-11-05',
      surcharge: '15',
    })
  })

  test('is not made up where a year that its term goes through is not loaded, and nothing is time-barred by it', ({
    assert,
  }) => {
    const only = (...years: number[]): Calendar => ({ ...valencian, id: `only ${years.join()}`, years })
    assert.deepEqual(late('2022-10-14', '2026-11-27', only(2026)), { unknownYears: ['2022'] })
    assert.deepEqual(late('2022-12-20', '2026-11-27', only(2022, 2026)), { unknownYears: ['2023'] })
    assert.deepEqual(late('2010-03-01', '2026-11-27', only(2026)), { unknownYears: ['2010'] })
  })

  test('has not come even where it is not known, while it would not have come without feasts', ({
    assert,
  }) => {
    const none = { ...calendar, id: 'none', years: [] }
    assert.isNull(late('2022-10-14', '2022-11-25', none))
    assert.deepEqual(late('2022-10-14', '2022-11-26', none), { unknownYears: ['2022'] })
  })
})

test.group('What filing late leads to', () => {
  const words = {
    label: String,
    number: String,
    money: (amount: string) => `${amount} €`,
    date: String,
    t: (key: string, params: object) => `${key} ${Object.values(params).join(' ')}`,
  }
  const told = (total: string, day: string) => {
    const late = filed(day)
    const fee: Assessment = { accruedOn: '2026-02-10', values: [], lines: [], total, ...(late && { late }) }
    return feeRows(fee, words).late
  }

  test('is told in a sentence with its percentage and amount', ({ assert }) => {
    assert.equal(told('1000.00', '2026-06-24'), 'fees.late.surcharge 2026-03-24 4 40.00 € 30.00 €')
    assert.equal(told('1000.00', '2027-06-24'), 'fees.late.interest 2026-03-24 15 150.00 € 112.50 €')
  })

  test('is no surcharge where nothing is due, and nothing at all in time or once it is time-barred', ({
    assert,
  }) => {
    assert.match(told('0.00', '2026-06-24')!, /^fees\.late\.nothing /)
    assert.match(told('1000.00', '2030-06-24')!, /^fees\.late\.barred /)
    assert.isNull(told('1000.00', '2026-03-24'))
  })

  test('is the rule by itself, without a day or an amount, where the closed days are not known', ({
    assert,
  }) => {
    const fee = { accruedOn: '2022-10-14', values: [], lines: [], total: '1000.00' }
    const { late } = feeRows({ ...fee, late: { unknownYears: ['2022'] } }, words)
    assert.equal(late, 'fees.late.unknown 2022 1')
  })
})
