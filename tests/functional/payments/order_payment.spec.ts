import { test } from '@japa/runner'
import { uuidv7 } from '#core/ids'
import { orderPayment } from '#payments/actions/order_payment'
import { ordersOf } from '#payments/queries/orders'
import { EXPIRES, ORDERED } from '#tests/support/payments'
import { countOf, rowsOf } from '#tests/support/rows'
import { testTown, type TestTown } from '#tests/support/town'
import { inTown } from '#tenancy/town_transaction'

const order = (town: TestTown, total: string, key = uuidv7(), caseId = uuidv7()) =>
  inTown(town.id, (trx) =>
    orderPayment(trx, {
      caseId,
      personId: town.person.id,
      key,
      concept: 'Copias',
      language: 'es',
      payer: { identifier: town.person.identifier, name: town.person.name },
      assessment: { accruedOn: '2026-03-02', values: [], lines: [], total },
      at: ORDERED,
      expiresAt: EXPIRES,
      year: 2026,
    })
  )

test.group('An order to pay', () => {
  test('has the amount to the cent and a reference of ten digits, one after another', async ({ assert }) => {
    const town = await testTown({ demo: true })
    const made = [await order(town, '27.30'), await order(town, '0.05')]
    assert.deepEqual(
      made.map((one) => one?.reference),
      ['2600000001', '2600000002']
    )
    const orders = await ordersOf(town.id, town.person.id)
    assert.sameDeepMembers(
      orders.map(({ amount, state, reference }) => [amount, state, reference]),
      [
        [5, 'open', '2600000002'],
        [2730, 'open', '2600000001'],
      ]
    )
  })

  test('waits until its term, by a timer in the database', async ({ assert }) => {
    const town = await testTown({ demo: true })
    await order(town, '27.30')
    const jobs = await rowsOf(town.id, `SELECT kind, run_at FROM jobs WHERE municipality_id = $1`)
    assert.deepEqual(jobs, [{ kind: 'payment_expiry', run_at: EXPIRES }])
  })

  test('of nothing is not made', async ({ assert }) => {
    const town = await testTown({ demo: true })
    assert.isNull(await order(town, '0.00'))
    assert.equal(await countOf(town.id, 'payment_orders'), 0)
  })

  test('is made once for each cause', async ({ assert }) => {
    const town = await testTown({ demo: true })
    const [key, caseId] = [uuidv7(), uuidv7()]
    await order(town, '1.00', key, caseId)
    await assert.rejects(() => order(town, '1.00', key, caseId), /payment_orders_once/)
  })
})
