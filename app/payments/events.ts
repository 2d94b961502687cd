import type { Actor } from '#audit/types'
import type { Moment } from '#core/jobs/types'
import type { PaymentOrder, Settlement } from '#payments/types'
import type { TownTransaction } from '#tenancy/town_transaction'

/** An order has ended: paid, expired or cancelled. `settlement` is what paid it. */
export interface PaymentEnded extends Moment {
  order: PaymentOrder
  settlement: Settlement | null
}

/** Money of an order is to go back (`ordered`), or has gone (`done`). `reason` is the office's own, where it has one. */
export interface MoneyGoesBack extends Moment {
  order: PaymentOrder
  stage: 'ordered' | 'done'
  amount: number
  reason: string | null
  actor: Actor
}

type BackListener = (trx: TownTransaction, event: MoneyGoesBack) => Promise<void>
type Listener = (trx: TownTransaction, event: PaymentEnded) => Promise<void>
/** Locks what waits for an order, and answers whether it still does. */
type Locker = (trx: TownTransaction, order: Pick<PaymentOrder, 'id' | 'caseId'>) => Promise<boolean>

const listeners: Listener[] = []
const backListeners: BackListener[] = []
const lockers: Locker[] = []

/** Whoever must know hears of it inside the transaction: all of it is committed, or none. */
export const onPaymentEnded = (listener: Listener) => void listeners.push(listener)

export const onMoneyGoesBack = (listener: BackListener) => void backListeners.push(listener)

/** Whoever will need a lock to hear of it takes it before the order is locked, so that nobody waits in a ring. */
export const beforeOrderIsLocked = (locker: Locker) => void lockers.push(locker)

export async function announceEnded(trx: TownTransaction, event: PaymentEnded): Promise<void> {
  for (const listener of listeners) await listener(trx, event)
}

export async function announceBack(trx: TownTransaction, event: MoneyGoesBack): Promise<void> {
  for (const listener of backListeners) await listener(trx, event)
}

export async function lockBefore(
  trx: TownTransaction,
  order: Pick<PaymentOrder, 'id' | 'caseId'>
): Promise<boolean> {
  let awaited = false
  for (const locker of lockers) awaited = (await locker(trx, order)) || awaited
  return awaited
}
