import { test } from '@japa/runner'
import type { Calendar, Term } from '#deadlines/index'
import { type Assessment, feeRows } from '#fees/index'
import { lateFiling } from '#fees/late_filing'

/** A town without feasts: only weekends are closed. */
const calendar: Calendar = {
  id: 'plain',
  timeZone: 'Europe/Madrid',
  weekend: [6, 7],
  holidays: {},
  years: [],
}

const INTER_VIVOS: Term = { amount: 30, unit: 'working_days' }
const INHERITED: Term = { amount: 6, unit: 'months' }

/** Thirty working days from Tuesday 10 February 2026 end on Tuesday 24 March. */
const filed = (filedOn: string, accruedOn = '2026-02-10', term = INTER_VIVOS) =>
  lateFiling(term, { accruedOn, filedOn, calendar })

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
    assert.equal(told('1000.00', '2026-06-24'), 'fees.late.surcharge 2026-03-24 4 40.00 €')
    assert.equal(told('1000.00', '2027-06-24'), 'fees.late.interest 2026-03-24 15 150.00 €')
  })

  test('is no surcharge where nothing is due, and nothing at all in time or once it is time-barred', ({
    assert,
  }) => {
    assert.match(told('0.00', '2026-06-24')!, /^fees\.late\.nothing /)
    assert.match(told('1000.00', '2030-06-24')!, /^fees\.late\.barred /)
    assert.isNull(told('1000.00', '2026-03-24'))
  })
})
