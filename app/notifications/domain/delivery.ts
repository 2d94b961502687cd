import { Temporal } from 'temporal-polyfill'
import type { Calendar } from '#deadlines/index'
import { attemptFault, type AttemptFault, isHour, momentOf } from '#notifications/domain/attempts'
import type { Delivery, Notification } from '#notifications/types'

export type DeliveryFault =
  | 'already_practised'
  | 'already_returned'
  | 'not_on_paper'
  | 'not_returned'
  | 'wrong_day'
  | 'no_hour'
  | 'no_first'
  | 'no_receiver'
  | AttemptFault

export type TakingBackFault = 'already_practised' | 'already_returned' | 'not_on_paper' | 'no_reason'

/** Why a letter can't be taken back; null when it can: it was not posted, and nobody has read it. */
export function takingBackFault(
  { address, state, evidence }: Notification,
  reason: string
): TakingBackFault | null {
  if (address === null) return 'not_on_paper'
  if (state !== 'available') return 'already_practised'
  if (evidence['returned']) return 'already_returned'
  return reason === '' ? 'no_reason' : null
}

export type PuttingAsideFault = 'not_on_paper' | 'not_opened'

/** Why a letter has to be posted all the same; null where its addressee has opened it in the folder. */
export const puttingAsideFault = ({
  address,
  state,
}: Pick<Notification, 'address' | 'state'>): PuttingAsideFault | null =>
  address === null ? 'not_on_paper' : state === 'accepted' ? null : 'not_opened'

const dayOf = (at: Date, timeZone: string) => at.toLocaleDateString('sv-SE', { timeZone })

/** Day and hour of an instant by the town's clock, as `momentOf` writes them. */
const localMoment = (at: Date, timeZone: string) =>
  at.toLocaleString('sv-SE', { timeZone }).slice(0, 16).replace(' ', 'T')

/** Why a result can't be recorded; null when it can. */
export function deliveryFault(
  notification: Notification,
  given: Delivery & { at: Date },
  calendar: Calendar
): DeliveryFault | null {
  const { address, state, evidence } = notification
  if (address === null) return 'not_on_paper'
  if (state !== 'available') return 'already_practised'
  if (given.result === 'published')
    return evidence['returned'] ? dayFault(notification, given, calendar) : 'not_returned'
  if (given.result !== 'delivered' && given.result !== 'refused' && evidence['returned'])
    return 'already_returned'
  return visitFault(notification, given, calendar)
}

const dayFault = (
  { madeAvailableAt }: Notification,
  { on, at }: Delivery & { at: Date },
  { timeZone }: Calendar
) => (on < dayOf(madeAvailableAt, timeZone) || on > dayOf(at, timeZone) ? 'wrong_day' : null)

/** Whoever was at the door came after it was sent, not tomorrow, at an hour; a second time as the law says. */
function visitFault(
  notification: Notification,
  given: Delivery & { at: Date },
  calendar: Calendar
): DeliveryFault | null {
  const { result, on, hour, first, at } = given
  if (!hour || !isHour(hour)) return 'no_hour'
  const last = { on, hour }
  if (result === 'returned' && (!first || !isHour(first.hour))) return 'no_first'
  const earliest = result === 'returned' && first ? first : last
  if (earliest.on < dayOf(notification.madeAvailableAt, calendar.timeZone)) return 'wrong_day'
  if (momentOf(last) > localMoment(at, calendar.timeZone)) return 'wrong_day'
  // Art. 42.2: whoever takes it in place of the addressee has their identity written down.
  if (given.relation && !given.receiver) return 'no_receiver'
  return result === 'returned' && first ? attemptFault(first, last, calendar) : null
}

/** The instant from which a delivery counts: the day and hour that are written down, not those of the writing. */
export function deliveredAt(
  { madeAvailableAt }: Pick<Notification, 'madeAvailableAt'>,
  { on, hour, at }: { on: string; hour?: string | undefined; at: Date },
  timeZone: string
): Date {
  if (!hour && on === dayOf(at, timeZone)) return at
  const written = Temporal.PlainDateTime.from(hour ? momentOf({ on, hour }) : on)
  const { epochMilliseconds } = written.toZonedDateTime(timeZone)
  return new Date(Math.max(epochMilliseconds, madeAvailableAt.getTime()))
}
