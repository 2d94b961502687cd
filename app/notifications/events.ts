import type { Actor } from '#audit/types'
import type { Moment } from '#core/jobs/types'
import type { Notification, NotificationState } from '#notifications/types'
import type { TownTransaction } from '#tenancy/town_transaction'

/** A notification was accepted, rejected, left to expire, or delivered on paper: it counts as made (Law 39/2015, art. 43). */
export interface NotificationPractised extends Moment {
  notification: Notification
  outcome: Exclude<NotificationState, 'available'>
  actor: Actor
}

type Listener = (trx: TownTransaction, event: NotificationPractised) => Promise<void>

const listeners: Listener[] = []

/** Whoever must know hears of it inside the transaction: all of it is committed, or none. */
export const onNotificationPractised = (listener: Listener) => void listeners.push(listener)

export async function announcePractised(trx: TownTransaction, event: NotificationPractised): Promise<void> {
  for (const listener of listeners) await listener(trx, event)
}
