import { isOpen } from '#deadlines/calendar'
import { localDay, startOfDay } from '#deadlines/day'
import type { Stretch } from '#deadlines/pauses'
import type { Calendar } from '#deadlines/types'

const HOUR_MS = 3_600_000

/** Art. 30.1: every hour of a working day counts, minute by minute from the act. In milliseconds. */
export function countHours(amount: number, from: number, pauses: Stretch[], calendar: Calendar): number {
  let left = amount * HOUR_MS
  let at = from
  while (true) {
    const day = localDay(at, calendar.timeZone)
    const midnight = startOfDay(day + 1, calendar.timeZone)
    const pause = pauses.find((one) => at < one.end && one.start < midnight)
    if (!isOpen(day, calendar)) at = midnight
    else if (pause && pause.start <= at) at = pause.end
    else {
      const stop = Math.min(midnight, pause?.start ?? midnight)
      if (left <= stop - at) return at + left
      left -= stop - at
      at = stop
    }
  }
}
