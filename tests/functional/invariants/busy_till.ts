import { unwrap } from '#core/result'
import { uuidv7 } from '#core/ids'
import { GiveBack } from '#payments/actions/give_back'
import { endOrder } from '#payments/actions/end_order'
import { lockedOrder } from '#payments/queries/orders'
import type { PaymentOrder } from '#payments/types'
import { inTown } from '#tenancy/town_transaction'
import type { OpenOffice } from '#tests/support/filing'
import { officerOf } from '#tests/support/open_case'
import { answer, attempt, EXPIRES, ORDERED, orderFor, paid } from '#tests/support/payments'
import { settle, workUntil } from '#tests/support/worker'

/**
 * Orders of a case in each state: one that nobody tried to pay, one refused and tried again, one cancelled, one
 * expired, one paid, one paid twice whose second money went back, one with a cent too much, and one of which a part has
 * gone back and the rest has still to go.
 */
export async function busyTill({ town, test }: OpenOffice, caseId: string): Promise<void> {
  const order = (total: string, expiresAt = EXPIRES) => orderFor(test, total, { caseId, expiresAt })
  await order('1.00')
  await order('2.00', new Date(ORDERED.getTime() + 60_000))
  await workUntil(town.id, new Date(ORDERED.getTime() + 60_000))
  const refused = await order('3.00')
  const { id } = await attempt(test, refused)
  await answer(test, { outcome: 'refused', attemptId: id })
  await attempt(test, refused)
  const cancelled = await order('4.00')
  await inTown(town.id, async (trx) =>
    endOrder(trx, (await lockedOrder(trx, cancelled.id))!, 'cancelled', { at: ORDERED, moved: true })
  )
  await pay(await order('5.00'), 500)
  await pay(await order('6.00'), 600, 600)
  const returned = await order('8.00')
  await pay(returned, 800)
  await giveBack(returned, 300)
  await settle(town.id, ORDERED)
  await giveBack(returned, 500)
  await pay(await order('7.00'), 701)

  async function giveBack({ id: orderId }: PaymentOrder, amount: number) {
    const actor = officerOf(test)
    const given = { orderId, key: uuidv7(), amount, reason: 'The event was called off', actor }
    unwrap(await new GiveBack().execute({ municipalityId: town.id, ...given, at: ORDERED, moved: true }))
  }

  async function pay(what: PaymentOrder, ...cents: number[]) {
    const tries = []
    for (const amount of cents) tries.push({ ...(await attempt(test, what)), amount })
    for (const { id: attemptId, amount } of tries) await answer(test, paid(attemptId, amount))
  }
}
