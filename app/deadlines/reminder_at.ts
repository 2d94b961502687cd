import { Temporal } from 'temporal-polyfill'
import { isOpen } from '#deadlines/calendar'
import { type Day, dayOf, isoDate } from '#deadlines/day'
import type { Calendar, Term } from '#deadlines/types'

/** When people begin to read their mail, by the clock of the town. */
const HOUR = '08:00'

/** A calendar that never opens is a mistake in the data. */
const FURTHEST = 3 * 366

/**
 * When to remind of a term so that, after that day, so much of it is left: working or natural days up to and including
 * its last one. On a working day: on the last one before, where it would fall on a closed day.
 */
export function reminderAt(lastDay: string, before: Term, calendar: Calendar): string {
  const last = dayOf(lastDay)
  const nominal =
    before.unit === 'working_days' ? workingDaysBack(before.amount, last, calendar) : last - before.amount
  const day = openUntil(nominal, calendar)
  const { epochMilliseconds } = Temporal.PlainDate.from(isoDate(day)).toZonedDateTime({
    timeZone: calendar.timeZone,
    plainTime: HOUR,
  })
  return new Date(epochMilliseconds).toISOString()
}

function workingDaysBack(amount: number, last: Day, calendar: Calendar): Day {
  let day = last
  for (let left = amount; left > 0 && last - day < FURTHEST; day--) if (isOpen(day, calendar)) left--
  return day
}

function openUntil(day: Day, calendar: Calendar): Day {
  let open = day
  while (!isOpen(open, calendar) && day - open < FURTHEST) open--
  return open
}
