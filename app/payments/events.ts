import type { Moment } from '#core/jobs/types'
import type { PaymentOrder, Settlement } from '#payments/types'
import type { TownTransaction } from '#tenancy/town_transaction'

/** An order has ended: paid, expired or cancelled. `settlement` is what paid it. */
export interface PaymentEnded extends Moment {
  order: PaymentOrder
  settlement: Settlement | null
}

type Listener = (trx: TownTransaction, event: PaymentEnded) => Promise<void>
type Locker = (trx: TownTransaction, order: Pick<PaymentOrder, 'caseId'>) => Promise<unknown>

const listeners: Listener[] = []
const lockers: Locker[] = []

/** Whoever must know hears of it inside the transaction: all of it is committed, or none. */
export const onPaymentEnded = (listener: Listener) => void listeners.push(listener)

/** Whoever will need a lock to hear of it takes it before the order is locked, so that nobody waits in a ring. */
export const beforeOrderIsLocked = (locker: Locker) => void lockers.push(locker)

export async function announceEnded(trx: TownTransaction, event: PaymentEnded): Promise<void> {
  for (const listener of listeners) await listener(trx, event)
}

export async function lockBefore(trx: TownTransaction, order: Pick<PaymentOrder, 'caseId'>): Promise<void> {
  for (const locker of lockers) await locker(trx, order)
}
