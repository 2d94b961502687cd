import type { PaymentOrder } from '#payments/types'

const GRACE_MS = 24 * 3_600_000

/** Whether somebody may still begin to pay: it waits, and its last instant has not passed. */
export const isPayable = (
  { state, expiresAt }: Pick<PaymentOrder, 'state' | 'expiresAt'>,
  at: Date
): boolean => state === 'open' && at <= expiresAt

/**
 * Until when an answer may be on its way of a payment that was begun within the term: money that was paid in time pays
 * (Law 58/2003, art. 61.1), though its gateway tells of it later.
 */
export const graceEnd = ({ expiresAt }: Pick<PaymentOrder, 'expiresAt'>): Date =>
  new Date(expiresAt.getTime() + GRACE_MS)
