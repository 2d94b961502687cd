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
