import type { Actor } from '#audit/types'
import type { Moment } from '#core/jobs/types'
import type { PaymentOrder, Settlement } from '#payments/types'
import { ears } from '#tenancy/events'
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

export const { on: onPaymentEnded, announce: announceEnded } = ears<PaymentEnded>()
export const { on: onMoneyGoesBack, announce: announceBack } = ears<MoneyGoesBack>()

type Asked = Pick<PaymentOrder, 'id' | 'caseId'>

const lockers = ears<Asked, boolean>()

/**
 * Whoever will need a lock to hear of it takes it before the order is locked, so that nobody waits in a ring, and says
 * whether they still wait for it.
 */
export const beforeOrderIsLocked = lockers.on

/** Whether anybody still waits for it. */
export const lockBefore = async (trx: TownTransaction, order: Asked): Promise<boolean> =>
  (await lockers.announce(trx, order)).some(Boolean)
