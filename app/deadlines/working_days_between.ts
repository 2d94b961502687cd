import { openDays } from '#deadlines/counts/working_days'
import { dayAt } from '#deadlines/day'
import type { Calendar } from '#deadlines/types'

/**
 * Working days from the day after `from` up to and including `to` (ISO dates or instants), negative
 * when `to` comes first: from today to the last day of a term, the days left to act after today.
 */
export function workingDaysBetween(from: string, to: string, calendar: Calendar): number {
  const [first, last] = [dayAt(from, calendar.timeZone), dayAt(to, calendar.timeZone)]
  return last < first ? -openDays(last, first, calendar) : openDays(first, last, calendar)
}
