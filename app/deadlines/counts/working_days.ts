import { isOpen, openFrom } from '#deadlines/calendar'
import type { Day } from '#deadlines/day'
import type { Stretch } from '#deadlines/pauses'
import type { Calendar } from '#deadlines/types'

/** Art. 30.2 and 30.3: open days, from the day after; paused days do not count. */
export function countWorkingDays(amount: number, start: Day, pauses: Stretch[], calendar: Calendar): Day {
  const paused = (day: Day) => pauses.some((pause) => day > pause.start && day <= pause.end)
  let day = start
  for (let left = amount; left > 0;) {
    day = openFrom(day + 1, calendar)
    if (!paused(day)) left--
  }
  return day
}

/** How many open days lie after `first`, up to and including `last`. */
export function openDays(first: Day, last: Day, calendar: Calendar): number {
  let count = 0
  for (let day = first + 1; day <= last; day++) if (isOpen(day, calendar)) count++
  return count
}
