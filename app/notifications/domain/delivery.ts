import { Temporal } from 'temporal-polyfill'
import type { Delivery, Notification } from '#notifications/types'

export type DeliveryFault = 'already_practised' | 'not_on_paper' | 'wrong_day' | 'not_returned'

const dayOf = (at: Date, timeZone: string) => at.toLocaleDateString('sv-SE', { timeZone })

/** Why a result can't be recorded; null when it can. */
export function deliveryFault(
  { address, state, madeAvailableAt, evidence }: Notification,
  { result, on, at }: Delivery & { at: Date },
  timeZone: string
): DeliveryFault | null {
  if (address === null) return 'not_on_paper'
  if (state !== 'available') return 'already_practised'
  if (on < dayOf(madeAvailableAt, timeZone) || on > dayOf(at, timeZone)) return 'wrong_day'
  return result === 'published' && !evidence['returned'] ? 'not_returned' : null
}

/** The instant from which a delivery counts: the day that is written down, not the day of the writing. */
export function deliveredAt(
  { madeAvailableAt }: Pick<Notification, 'madeAvailableAt'>,
  { on, at }: { on: string; at: Date },
  timeZone: string
): Date {
  if (on === dayOf(at, timeZone)) return at
  const morning = Temporal.PlainDate.from(on).toZonedDateTime(timeZone).epochMilliseconds
  return new Date(Math.max(morning, madeAvailableAt.getTime()))
}
