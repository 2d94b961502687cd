import type { Actor } from '#audit/types'
import type { Moment } from '#core/jobs/types'
import type { Notification, NotificationState } from '#notifications/types'
import { ears } from '#tenancy/events'

/** A notification was accepted, rejected, left to expire, or delivered on paper: it counts as made (Law 39/2015, art. 43). */
export interface NotificationPractised extends Moment {
  notification: Notification
  outcome: Exclude<NotificationState, 'available' | 'taken_back'>
  actor: Actor
}

/**
 * What ends the wait for a notification on paper: an attempt to deliver it is documented, which meets the duty to notify
 * within the term (Law 39/2015, art. 40.4), or it was never posted. `at` is the hour of the first attempt.
 */
export interface NotificationAttempted {
  notification: Notification
  outcome: NotificationPractised['outcome'] | 'returned' | 'taken_back'
  at: Date
  actor: Actor
}

export const { on: onNotificationPractised, announce: announcePractised } = ears<NotificationPractised>()
export const { on: onNotificationAttempted, announce: announceAttempted } = ears<NotificationAttempted>()
