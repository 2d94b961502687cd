import { test } from '@japa/runner'
import { endOrder } from '#payments/actions/end_order'
import { lockedOrder, orderOf } from '#payments/queries/orders'
import { auditRows } from '#tests/support/audit_rows'
import { ORDERED, orderFor } from '#tests/support/payments'
import { countOf } from '#tests/support/rows'
import { testTown } from '#tests/support/town'
import { inTown } from '#tenancy/town_transaction'

test.group('The end of an order', () => {
  test('cancelled, it waits no more and leaves a row', async ({ assert }) => {
    const town = await testTown({ demo: true })
    const { id } = await orderFor(town)
    await inTown(town.id, async (trx) => {
      const order = (await lockedOrder(trx, id))!
      await endOrder(trx, order, 'cancelled', { at: ORDERED, moved: true })
    })
    const order = await orderOf(town.id, town.person.id, id)
    assert.deepEqual([order?.state, order?.endedAt], ['cancelled', ORDERED])
    assert.equal(await countOf(town.id, 'jobs'), 0)
    const [row] = await auditRows(town.id, 'payments.cancelled')
    assert.deepInclude(row, {
      subject: id,
      detail: { reference: order!.reference, amount: '27.30', endedAt: ORDERED.toISOString() },
    })
  })
})
