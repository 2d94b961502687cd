import type { PaymentOrder } from '#payments/types'

/** What somebody at the demonstration gateway wants to see happen. */
export const DEMO_WISHES = ['pay', 'refuse', 'cancel', 'late', 'twice', 'after_term', 'wrong_amount'] as const

export type DemoWish = (typeof DEMO_WISHES)[number]

/** What the gateway then says: of which money, at which instants. */
export interface DemoPlan {
  outcome: 'paid' | 'refused' | 'cancelled'
  amount: number
  settledAt: Date
  /** When its answers come; the first may be at once. */
  tellsAt: Date[]
}

const LATE_MS = 120_000

export function demoPlan(
  wish: DemoWish,
  order: Pick<PaymentOrder, 'amount' | 'expiresAt'>,
  now: Date
): DemoPlan {
  const paid = { outcome: 'paid' as const, amount: order.amount, settledAt: now, tellsAt: [now] }
  const later = new Date(now.getTime() + LATE_MS)
  switch (wish) {
    case 'pay':
      return paid
    case 'refuse':
      return { ...paid, outcome: 'refused' }
    case 'cancel':
      return { ...paid, outcome: 'cancelled' }
    case 'late':
      return { ...paid, tellsAt: [later] }
    case 'twice':
      return { ...paid, tellsAt: [now, later] }
    case 'after_term': {
      const after = new Date(Math.max(now.getTime(), order.expiresAt.getTime() + 1000))
      return { ...paid, settledAt: after, tellsAt: [after] }
    }
    case 'wrong_amount':
      return { ...paid, amount: order.amount + 1 }
  }
}
