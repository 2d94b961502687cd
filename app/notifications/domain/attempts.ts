import { type Calendar, workingDaysBetween } from '#deadlines/index'
import type { Attempt } from '#notifications/types'

export type AttemptFault = 'second_before_first' | 'second_too_late' | 'same_half'

/** Law 39/2015, art. 42.2: within the three days after the first, on the other side of 15:00, three hours apart. */
const MOST_DAYS = 3
const MIDDLE = 15 * 60
const APART = 3 * 60

/** Day and hour by the town's clock, as text that sorts. */
export const momentOf = ({ on, hour }: Attempt): string => `${on}T${hour}`

export const isHour = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

const minutesOf = ({ hour }: Attempt): number => Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3))

/** Why two attempts are not the two that the law asks for; null when they are. */
export function attemptFault(first: Attempt, second: Attempt, calendar: Calendar): AttemptFault | null {
  if (momentOf(second) <= momentOf(first)) return 'second_before_first'
  if (workingDaysBetween(first.on, second.on, calendar) > MOST_DAYS) return 'second_too_late'
  const [one, other] = [minutesOf(first), minutesOf(second)]
  const otherHalf = one < MIDDLE !== other < MIDDLE
  return otherHalf && Math.abs(one - other) >= APART ? null : 'same_half'
}
