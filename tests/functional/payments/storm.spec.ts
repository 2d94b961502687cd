import { test } from '@japa/runner'
import fc from 'fast-check'
import type { GatewayAnswer } from '#payments/contract'
import { answer, attempt, EXPIRES, ORDERED, orderFor, paid, payingTown } from '#tests/support/payments'
import { rowsOf } from '#tests/support/rows'
import type { TestTown } from '#tests/support/town'
import { settle, workUntil } from '#tests/support/worker'

const A_DAY_MS = 86_400_000
const TOTALS = ['27.30', '0.01', '1250.00']

/** What a gateway may say, in any order, any number of times. */
const news = fc.record({
  order: fc.nat(TOTALS.length - 1),
  attempt: fc.nat(1),
  operation: fc.nat(5),
  outcome: fc.constantFrom('paid', 'paid', 'paid', 'refused', 'cancelled'),
  off: fc.constantFrom(0, 0, 0, 1, -1),
  late: fc.boolean(),
})

/** Cents that came, that pay, and that went back; and how often an order is paid. */
async function ledger({ id }: TestTown) {
  const [sums] = await rowsOf<Record<string, number>>(
    id,
    `SELECT coalesce(sum(amount), 0)::float8 AS came, coalesce(sum(amount) FILTER (WHERE effect = 'pays'), 0)::float8 AS pays,
            (SELECT coalesce(sum(amount), 0)::float8 FROM refunds WHERE municipality_id = $1) AS back,
            (SELECT coalesce(sum(amount), 0)::float8 FROM payment_orders WHERE municipality_id = $1 AND state = 'paid') AS due
     FROM settlements WHERE municipality_id = $1`
  )
  return sums!
}

test.group('Storms of answers', () => {
  test('leave orders and money equal to the cent, and no order paid twice', async ({ assert }) => {
    await fc.assert(
      fc.asyncProperty(fc.array(news, { minLength: 5, maxLength: 25 }), async (storm) => {
        const town = await payingTown()
        const orders = await Promise.all(TOTALS.map((total) => orderFor(town, total)))
        const attempts = await Promise.all(
          orders.map((order) => Promise.all([attempt(town, order), attempt(town, order)]))
        )
        const told = storm.map((one): GatewayAnswer => {
          const { id } = attempts[one.order]![one.attempt]!
          if (one.outcome !== 'paid')
            return { outcome: one.outcome as 'refused' | 'cancelled', attemptId: id }
          const amount = Math.max(1, orders[one.order]!.amount + one.off)
          const settledAt = one.late ? new Date(EXPIRES.getTime() + 1) : ORDERED
          return paid(id, amount, { externalId: `OP${one.order}-${one.operation}`, settledAt })
        })
        await Promise.all(told.map((one) => answer(town, one)))
        assert.deepEqual((await settle(town.id, ORDERED)).failures, [])
        assert.deepEqual(await workUntil(town.id, new Date(EXPIRES.getTime() + A_DAY_MS), EXPIRES), [])
        const { came, pays, back, due } = await ledger(town)
        assert.equal(pays, due)
        assert.equal(came, pays! + back!)
      }),
      { numRuns: 12 }
    )
  }).timeout(120_000)
})
