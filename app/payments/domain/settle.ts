import type { OrderState, SurplusReason } from '#payments/types'

/**
 * What money that came does: it pays an open order to the cent, if it was paid in its term, or goes back whole.
 * How late its news comes does not matter while the order is open.
 */
export function settle(
  order: { state: OrderState; amount: number; expiresAt: Date },
  money: { amount: number; settledAt: Date }
): { effect: 'pays'; reason: null } | { effect: 'surplus'; reason: SurplusReason } {
  const goesBack = (reason: SurplusReason) => ({ effect: 'surplus' as const, reason })
  if (order.state === 'paid') return goesBack('paid_already')
  if (order.state === 'cancelled') return goesBack('cancelled')
  if (order.state === 'expired' || money.settledAt > order.expiresAt) return goesBack('too_late')
  if (money.amount !== order.amount) return goesBack('wrong_amount')
  return { effect: 'pays', reason: null }
}
