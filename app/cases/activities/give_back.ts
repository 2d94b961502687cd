import { SYSTEM } from '#audit/types'
import type { Activity } from '#cases/activities/activity'
import { errorsOf } from '#catalogue/domain/vocabulary'
import { giveBack } from '#payments/actions/give_back'
import { centsIn } from '#payments/domain/cents'
import { ordersOfCase } from '#payments/queries/orders'

/**
 * `payments.give_back`: gives back `amount` euros of what was paid last in the case, or of the `order` of the case that is
 * named, for the `reason` that the office has. Nothing is given back where the amount is zero; that
 * nothing was paid, or less is left of it, is an error for the process.
 */
export const giveBackPaid: Activity = {
  async commit(trx, { caseFile, at, moved, key, input }) {
    const { amount: asked, reason, order: named = null } = input
    const amount = centsIn(String(asked))
    if (amount === null) throw new Error(`not an amount to be given back: ${JSON.stringify(asked)}`)
    if (amount === 0) return { result: { refundId: null } }
    const order = (await ordersOfCase(trx.municipalityId, caseFile.id)).findLast(({ id, state }) =>
      named === null ? state === 'paid' : id === named
    )
    if (!order && named !== null) throw new Error(`no order ${JSON.stringify(named)} here`)
    if (!order) return { error: 'not_paid' }
    const given = { orderId: order.id, key, amount, reason: String(reason ?? ''), actor: SYSTEM, at, moved }
    const decided = await giveBack(trx, given)
    if (!decided.ok && errorsOf('payments.give_back').includes(decided.error)) return { error: decided.error }
    if (!decided.ok) throw new Error(`it can't be given back: ${decided.error}`)
    return { result: { refundId: decided.value.id }, audit: decided.value.audit }
  },
}
