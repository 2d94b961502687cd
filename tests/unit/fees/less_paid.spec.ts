import { test } from '@japa/runner'
import { type Assessment, lessPaid } from '#fees/index'

const quota: Assessment['lines'][number] = {
  id: 'quota',
  kind: 'charge',
  quantity: null,
  rate: null,
  percent: '30',
  base: '12600.00',
  amount: '3780.00',
  article: 'Ordinance 5, art. 8',
}
const fee: Assessment = { accruedOn: '2026-02-10', values: [], lines: [quota], total: '3780.00' }

test.group('What is left of a fee of which a part has been paid', () => {
  test('is told line by line, with what was paid as the last of them', ({ assert }) => {
    const left = lessPaid(fee, '3240.00')
    assert.deepEqual(
      left.lines.map(({ id, kind, amount }) => [id, kind, amount]),
      [
        ['quota', 'charge', '3780.00'],
        ['paid', 'deduction', '-3240.00'],
      ]
    )
    assert.equal(left.total, '540.00')
    assert.equal(fee.total, '3780.00')
  })

  test('is the whole fee where nothing was', ({ assert }) => {
    assert.deepEqual(lessPaid(fee, '0'), fee)
  })

  test('is never less than nothing: what was paid in excess is given back, not asked for', ({ assert }) => {
    assert.throws(() => lessPaid(fee, '3780.01'), /3780\.01 can't have been paid of 3780\.00/)
    assert.throws(() => lessPaid(fee, '-1'))
  })
})
