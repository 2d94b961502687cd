import { test } from '@japa/runner'
import { uuidv7 } from '#core/ids'
import { GiveBack } from '#payments/actions/give_back'
import type { PaymentOrder } from '#payments/types'
import { auditRows } from '#tests/support/audit_rows'
import { openCase } from '#tests/support/open_case'
import { answer, attempt, ORDERED, orderFor, paid, payingTown } from '#tests/support/payments'
import { rowsOf } from '#tests/support/rows'
import type { TestTown } from '#tests/support/town'
import { settle } from '#tests/support/worker'
import { verifyTown } from '#start/verify'

const REASON = 'The market was called off'

/** Somebody has paid 27.30. */
async function paidOrder(town: TestTown, caseId?: string) {
  const order = await orderFor(town, '27.30', { caseId })
  const { id } = await attempt(town, order)
  await answer(town, paid(id, 2730, { externalId: '000000000007' }))
  return order
}

const giveBack = (town: TestTown, order: Pick<PaymentOrder, 'id'>, amount: number, more: object = {}) =>
  new GiveBack().execute({
    municipalityId: town.id,
    orderId: order.id,
    key: uuidv7(),
    amount,
    reason: REASON,
    actor: { kind: 'officer', id: town.officer.id },
    at: ORDERED,
    moved: true,
    ...more,
  })

const refunds = async (town: TestTown) =>
  (
    await rowsOf<{ amount: string; external_id: string }>(
      town.id,
      'SELECT amount, external_id FROM refunds WHERE municipality_id = $1 ORDER BY external_id'
    )
  ).map(({ amount, external_id: number }) => `${amount} ${number}`)

test.group('Giving back what paid an order', () => {
  test('in parts goes back through the gateway, each part once, with who decided it and why', async ({
    assert,
  }) => {
    const { town, caseId } = await openCase()
    const order = await paidOrder(town, caseId)
    assert.isTrue((await giveBack(town, order, 730)).ok)
    assert.deepEqual((await settle(town.id, ORDERED)).failures, [])
    assert.isTrue((await giveBack(town, order, 2000)).ok)
    assert.deepEqual((await settle(town.id, ORDERED)).failures, [])
    assert.deepEqual(await refunds(town), ['730 R000000000007', '2000 R000000000007-2'])
    const [act] = await auditRows(town.id, 'payments.refund_ordered')
    assert.deepInclude(act, { actor: town.officer.id })
    assert.deepInclude(act!.detail, { amount: '7.30', reason: REASON })
    assert.lengthOf(await auditRows(town.id, 'payments.refunded'), 2)
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })

  test('is told in the history of its case, to whoever paid, too', async ({ assert }) => {
    const { town, caseId } = await openCase()
    await giveBack(town, await paidOrder(town, caseId), 730)
    await settle(town.id, ORDERED)
    const lines = await rowsOf<{ kind: string }>(
      town.id,
      `SELECT kind, public, data ->> 'amount' AS amount FROM case_events
       WHERE municipality_id = $1 AND case_id = $2 AND kind LIKE '%refund%' ORDER BY id`,
      [caseId]
    )
    assert.deepEqual(lines as object[], [
      { kind: 'refund_ordered', public: true, amount: '7.30' },
      { kind: 'payment_refunded', public: true, amount: '7.30' },
    ])
  })

  test('is decided once, however often it is sent', async ({ assert }) => {
    const town = await payingTown()
    const order = await paidOrder(town)
    const key = uuidv7()
    const sent = await Promise.all([1, 2, 3].map(() => giveBack(town, order, 100, { key })))
    assert.lengthOf(new Set(sent.map((one) => (one.ok ? one.value.id : null))), 1)
    assert.deepEqual((await settle(town.id, ORDERED)).failures, [])
    assert.lengthOf(await refunds(town), 1)
  })

  test('is refused beyond what is left, also when two decide at once', async ({ assert }) => {
    const town = await payingTown()
    const order = await paidOrder(town)
    assert.deepEqual(await giveBack(town, order, 2731), { ok: false, error: 'too_much' })
    const both = await Promise.all([giveBack(town, order, 2000), giveBack(town, order, 2000)])
    assert.deepEqual(both.map(({ ok }) => ok).toSorted(), [false, true])
    assert.deepEqual(await giveBack(town, order, 731), { ok: false, error: 'too_much' })
    assert.isTrue((await giveBack(town, order, 730)).ok)
  })

  test('is refused without an amount, a reason, a payment, or an order of the town', async ({ assert }) => {
    const [town, other] = [await payingTown(), await payingTown()]
    const order = await paidOrder(town)
    const refused = async (of: Pick<PaymentOrder, 'id'>, amount: number, more: object = {}) => {
      const done = await giveBack(town, of, amount, more)
      return done.ok ? null : done.error
    }
    for (const amount of [0, -1, 0.5]) assert.equal(await refused(order, amount), 'no_amount')
    assert.equal(await refused(order, 100, { reason: ' \n' }), 'no_reason')
    assert.equal(await refused(await orderFor(town), 100), 'not_paid')
    assert.equal(await refused(await paidOrder(other), 100), 'not_found')
    assert.equal(await refused({ id: uuidv7() }, 100), 'not_found')
    assert.lengthOf(await auditRows(town.id, 'payments.refund_ordered'), 0)
  })
})
