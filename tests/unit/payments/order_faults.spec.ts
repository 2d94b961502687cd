import { test } from '@japa/runner'
import { faultsOfOrder, type KeptOrder } from '#payments/domain/order_faults'
import { orderRows, refundOrderRows, refundRows, settlementRows } from '#payments/rows'
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
  refundOrders: [],
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

  const AMOUNTS = { order_id: 'o1', settlement_id: 's1' }
  const decided = (amount: number) => ({ ...AMOUNTS, id: 'd1', key: 'k', reason: 'Called off', amount })
  const gone = (amount: number, by: string | null = 'd1') => ({
    ...AMOUNTS,
    id: 'r1',
    amount,
    refund_order_id: by,
  })
  /** Of what paid it, some went back by the office's decision. */
  const givenBack = (order: object & { id: string }, refunds: ReturnType<typeof gone>[]): KeptOrder => {
    const whole = paid(settlement('s1'))
    const acts = [
      { action: 'refund_ordered', detail: { refundOrder: order.id, row: rowDigest(refundOrderRows, order) } },
      ...refunds.map((one) => ({
        action: 'refunded',
        detail: { refund: one.id, row: rowDigest(refundRows, one) },
      })),
    ]
    return { ...whole, refundOrders: [order], refunds, acts: [...whole.acts, ...acts] }
  }

  test('is whole when a part of it went back as the office decided', ({ assert }) => {
    assert.deepEqual(faultsOfOrder(givenBack(decided(30), [gone(30)])), [])
  })

  test('is found when a part neither went back nor waits', ({ assert }) => {
    assert.deepEqual(faultsOfOrder(givenBack(decided(30), [])), [
      ['I10', 'money_differs', 'o1'],
      ['I10', 'surplus_kept', 'd1'],
    ])
  })

  test('is found when another amount went back than was decided, or by no decision', ({ assert }) => {
    assert.deepEqual(faultsOfOrder(givenBack(decided(30), [gone(31)])), [
      ['I10', 'money_differs', 'o1'],
      ['I10', 'surplus_kept', 's1'],
    ])
    assert.deepEqual(faultsOfOrder(givenBack(decided(30), [gone(30, null)])), [
      ['I10', 'surplus_kept', 'd1'],
      ['I10', 'surplus_kept', 's1'],
    ])
  })

  test('is found when more was to be given back than had paid it', ({ assert }) => {
    assert.deepEqual(faultsOfOrder(givenBack(decided(2731), [gone(2731)])), [['I10', 'too_much_back', 'd1']])
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
