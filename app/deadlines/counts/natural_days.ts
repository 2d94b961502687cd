import { openFrom } from '#deadlines/calendar'
import type { Day } from '#deadlines/day'
import type { Stretch } from '#deadlines/pauses'
import type { Calendar } from '#deadlines/types'

/** Every day counts, from the day after (art. 30.2 and 30.3); each paused day is given back. */
export const countNaturalDays = (amount: number, start: Day, pauses: Stretch[], calendar: Calendar): Day =>
  givenBack(start, start + amount, pauses, calendar)

/**
 * The end of a term moved by the natural days it was stopped. A pause that begins once the term
 * (closed last days included) is over changes nothing.
 */
export function givenBack(start: Day, end: Day, pauses: Stretch[], calendar: Calendar): Day {
  let moved = end
  for (const pause of pauses) {
    if (pause.start >= openFrom(moved, calendar)) break
    moved += Math.max(0, pause.end - Math.max(pause.start, start))
  }
  return moved
}
