import { test } from '@japa/runner'
import { faultsOfOrder, type KeptOrder } from '#payments/domain/order_faults'
import { orderRows, settlementRows } from '#payments/rows'
import { rowDigest } from '#tenancy/row_digest'

const AT = '2026-03-02T09:00:00.000Z'
const order = { id: 'o1', amount: 2730, expires_at: '2026-03-22T23:00:00.000000Z' }
const settlement = (id: string, more: object = {}) => ({
  id,
  order_id: 'o1',
  amount: 2730,
  effect: 'pays',
  ...more,
})

const ordered = { action: 'ordered', detail: { row: rowDigest(orderRows, order) } }
const paidBy = (row: { id: string }) => ({
  action: 'paid',
  detail: { settlement: row.id, attempt: 'a1', at: AT, endedAt: AT, row: rowDigest(settlementRows, row) },
})

/** An order that these settlements have paid. */
const paid = (...settlements: ReturnType<typeof settlement>[]): KeptOrder => ({
  order,
  state: 'paid',
  endedAt: '2026-03-02T09:00:00.000000Z',
  attempts: [],
  settlements,
  refunds: [],
  jobs: [],
  acts: [ordered, ...settlements.map(paidBy)],
})

test.group('An order that is looked at', () => {
  test('is whole when it was paid once, to the cent', ({ assert }) => {
    assert.deepEqual(faultsOfOrder(paid(settlement('s1'))), [])
  })

  test('is found when two settlements pay it', ({ assert }) => {
    assert.deepEqual(faultsOfOrder(paid(settlement('s1'), settlement('s2'))), [
      ['I10', 'money_differs', 'o1'],
      ['I11', 'paid_twice', 'o1'],
    ])
  })

  test('is found when what came is a cent less', ({ assert }) => {
    assert.deepEqual(faultsOfOrder(paid(settlement('s1', { amount: 2729 }))), [
      ['I10', 'money_differs', 'o1'],
    ])
  })

  test('is found when what paid it went back', ({ assert }) => {
    const refund = { id: 'r1', settlement_id: 's1', order_id: 'o1', amount: 2730 }
    const faults = faultsOfOrder({ ...paid(settlement('s1')), refunds: [refund] })
    assert.deepEqual(faults, [
      ['I19', 'row_without_act', 'r1'],
      ['I10', 'money_differs', 'o1'],
      ['I10', 'surplus_kept', 's1'],
    ])
  })

  test('is found when another day is watched than its last', ({ assert }) => {
    const watch = {
      kind: 'payment_expiry',
      key: 'o1',
      input: { order: 'o1' },
      runAt: '2026-03-23T23:00:00.000000Z',
    }
    const open: KeptOrder = { ...paid(), state: 'open', endedAt: null, jobs: [watch] }
    assert.deepEqual(faultsOfOrder(open), [['I20', 'payment_expiry_differs', 'o1']])
  })
})
