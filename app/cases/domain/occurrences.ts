import { Temporal } from 'temporal-polyfill'
import { timerDue } from '#cases/domain/timer_due'
import { type Calendar, followsFrom } from '#deadlines/index'
import type { Occurrences } from '#engine/index'

/** One of the times at which something that comes back happens: when the first was, and how many came before it. */
export interface Occurrence {
  at: string
  first: string
  nth: number
}

/** Nobody begins a procedure more often than this between two looks at the calendar. */
const MOST = 10_000

/**
 * The one after an occurrence; null after the last. What comes back each year or month does so on the same day of the
 * calendar: it is no term that somebody has to keep, which would end on a working day and begin on the day after.
 */
export function nextOccurrence(
  { again }: Occurrences,
  { at, first, nth }: Occurrence,
  calendar: Calendar
): Occurrence | null {
  if (!again || (again.times !== null && nth >= again.times)) return null
  const { amount, unit } = again.every
  const count = (nth + 1) * amount
  if (unit === 'working_days') {
    const from = followsFrom(again.every, at, calendar.timeZone)
    const { runAt } = timerDue({ term: again.every, date: null, from, suspends: false }, calendar)
    return { at: runAt, first, nth: nth + 1 }
  }
  const begun = Temporal.Instant.from(first).toZonedDateTimeISO(calendar.timeZone)
  const after = {
    ...{ years: { years: count }, months: { months: count } },
    ...{ natural_days: { days: count }, hours: { hours: count } },
  }[unit]
  return { at: iso(begun.add(after)), first, nth: nth + 1 }
}

const iso = ({ epochMilliseconds }: Temporal.ZonedDateTime) => new Date(epochMilliseconds).toISOString()

/** The first that is not over when a town begins to offer a procedure; null where all are. */
export function firstOccurrence(timer: Occurrences, since: string, calendar: Calendar): Occurrence | null {
  const { due } = timer
  if ('expression' in due) throw new Error('a procedure can’t begin by a date that only a case would know')
  const { term = null, date = null } = due
  const { runAt } = timerDue({ term, date, from: since, suspends: false }, calendar)
  let next: Occurrence | null = { at: runAt, first: runAt, nth: 0 }
  for (let passed = 0; next && next.at < new Date(since).toISOString() && passed < MOST; passed++)
    next = nextOccurrence(timer, next, calendar)
  return next
}
