import { test } from '@japa/runner'
import { unwrap } from '#core/result'
import { WithdrawCase } from '#filings/actions/withdraw_case'
import { withdrawOrder } from '#payments/actions/withdraw_order'
import { ordersOfCase, settlementsOf } from '#payments/queries/orders'
import type { PaymentOrder } from '#payments/types'
import { verifyTown } from '#start/verify'
import { auditRows } from '#tests/support/audit_rows'
import { citizenFrom, openOffice } from '#tests/support/filing'
import { fileAt } from '#tests/support/moved_filing'
import { FILED } from '#tests/support/open_case'
import { adoptPaid, PAID_OR_WITHDRAWN } from '#tests/support/paid_procedure'
import { answer, attempt, paid } from '#tests/support/payments'
import { settle } from '#tests/support/worker'
import { inTown } from '#tenancy/town_transaction'

/** A case that waits for 7 euros, or for a withdrawal. */
async function waiting() {
  const office = await openOffice({ demo: true })
  const procedure = await adoptPaid(office.town.id, false, { process: PAID_OR_WITHDRAWN })
  const { caseId } = await fileAt(office, procedure, { answers: { request: '4' }, at: FILED })
  const town = office.test
  await settle(town.id, FILED)
  const [order] = await ordersOfCase(town.id, caseId)
  const state = async () => (await ordersOfCase(town.id, caseId))[0]!.state
  const withdraw = () =>
    inTown(town.id, (trx) => withdrawOrder(trx, { orderId: order!.id, caseId, at: FILED }))
  return { office, town, caseId, order: order as PaymentOrder, state, withdraw }
}

test.group('An order that nobody waits for any more', () => {
  test('is cancelled when its case goes on without it, and what comes all the same goes back', async ({
    assert,
  }) => {
    const { office, town, caseId, order, state } = await waiting()
    const tried = await attempt(town, order, FILED)
    const citizen = citizenFrom(town.person)
    const given = { town: office.town, citizen, caseId, reason: '', at: FILED, moved: true }
    unwrap(await new WithdrawCase().execute(given))
    assert.deepEqual((await settle(town.id, FILED)).failures, [])
    assert.equal(await state(), 'cancelled')
    assert.lengthOf(await auditRows(town.id, 'payments.cancelled'), 1)
    assert.equal(await answer(town, paid(tried.id, 700, { settledAt: FILED }), FILED), 'surplus')
    assert.deepEqual((await settle(town.id, FILED)).failures, [])
    const [money] = await settlementsOf(town.id, order.id)
    assert.deepInclude(money, { effect: 'surplus', reason: 'cancelled' })
    assert.lengthOf(await auditRows(town.id, 'payments.refunded'), 1)
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })

  test('stays where it was paid before, or where its case waits after all', async ({ assert }) => {
    const wanted = await waiting()
    await wanted.withdraw()
    assert.deepEqual((await settle(wanted.town.id, FILED)).failures, [])
    assert.equal(await wanted.state(), 'open')
    const { town, order, state, withdraw } = await waiting()
    await answer(town, paid((await attempt(town, order, FILED)).id, 700, { settledAt: FILED }), FILED)
    await withdraw()
    assert.deepEqual((await settle(town.id, FILED)).failures, [])
    assert.equal(await state(), 'paid')
  })
})
