import type { Json } from '#core/json'
import { amountOf, centsIn, centsOf } from '#payments/domain/cents'
import { FAILED, Refusal } from '#catalogue/domain/simulate/exchange'
import type { World } from '#catalogue/domain/simulate/world'

/** Gives back of what was paid last, or of the order that is named. What the house would refuse is refused here, too. */
export function giveBackSimulated(world: World, input: Record<string, Json>): Json | typeof FAILED | Refusal {
  const { amount: asked, reason, order: named = null } = input
  const amount = centsIn(String(asked))
  if (amount === 0) return { refundId: null }
  const order = world.payments.findLast(({ id, paid }) => paid && (named === null || id === named))
  const hasReason = String(reason ?? '').trim() !== ''
  if (amount === null || !hasReason || (!order && named !== null)) return FAILED
  if (!order) return new Refusal('not_paid')
  if (amount > centsOf(order.total) - order.back) return new Refusal('too_much')
  order.back += amount
  world.refunds += 1
  world.money.push({ what: 'given_back', amount: amountOf(amount) })
  return { refundId: `refund-${world.refunds}` }
}

/** All that was decided to be given back, in cents. */
export const givenBackIn = ({ payments }: World): number => payments.reduce((sum, { back }) => sum + back, 0)
