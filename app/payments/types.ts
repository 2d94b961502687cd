import type { Assessment } from '#fees/index'

export type OrderState = 'open' | 'paid' | 'expired' | 'cancelled'

/** The office's decision to give back part or all of what paid an order. `amount` in cents. */
export interface RefundOrder {
  id: string
  orderId: string
  settlementId: string
  amount: number
  reason: string
  orderedAt: Date
}

export interface Payer {
  identifier: string
  name: string
}

/** What somebody is asked to pay, until when. `amount` in cents. */
export interface PaymentOrder {
  id: string
  /** Ten digits, unique in the town: what banks and gateways know the order by. */
  reference: string
  caseId: string
  personId: string
  concept: string
  language: string
  payer: Payer
  assessment: Assessment
  amount: number
  state: OrderState
  orderedAt: Date
  expiresAt: Date
  endedAt: Date | null
}

/** One try at a gateway. */
export interface PaymentAttempt {
  id: string
  orderId: string
  gateway: string
  state: 'started' | 'paid' | 'refused' | 'cancelled'
  startedAt: Date
  endedAt: Date | null
}

/** Why money that came does not pay the order; it goes back. */
export type SurplusReason = 'paid_already' | 'too_late' | 'wrong_amount' | 'cancelled'

/** Money that a gateway has confirmed: it pays the order, or goes back. `amount` in cents. */
export interface Settlement {
  id: string
  orderId: string
  attemptId: string
  gateway: string
  externalId: string
  amount: number
  effect: 'pays' | 'surplus'
  reason: SurplusReason | null
  settledAt: Date
}

/** Money that goes back, or has: `why` is the office's reason, or what was the matter with money that paid nothing. */
export interface Refund {
  /** Of the decision, or of the money that paid nothing. */
  id: string
  orderId: string
  amount: number
  why: string | null
  surplus: SurplusReason | null
  /** `stuck`: the gateway did not do it, and an administrator knows. */
  state: 'ordered' | 'stuck' | 'done'
  askedAt: Date
  refundedAt: Date | null
  /** The gateway's own number of it. */
  externalId: string | null
  /** Which, and its number of what came. */
  gateway: string
  paidBy: string
}
