import { doubtfulYears, openFrom } from '#deadlines/calendar'
import { countHours } from '#deadlines/counts/hours'
import { countMonths } from '#deadlines/counts/months'
import { countNaturalDays } from '#deadlines/counts/natural_days'
import { countWorkingDays } from '#deadlines/counts/working_days'
import { type Day, dayAt, instantMs, isDate, isoDate, isoInstant, localDay, startOfDay } from '#deadlines/day'
import { joined } from '#deadlines/term'
import { merged, pausedUntil } from '#deadlines/pauses'
import { Remembered } from '#deadlines/remembered'
import type { Calendar, Circumstances, Deadline, Pause, Term } from '#deadlines/types'

/**
 * Counts a term from the notification, publication or other act that opens it (an ISO date, or an
 * instant read by the town's clock). Law 39/2015, art. 30.
 *
 * Throws TypeError for a pause that has not ended (see `suspended`) and for hours counted from a
 * date without a time; RangeError for what is no date or instant.
 */
export function deadline(term: Term, from: string, calendar: Calendar, around: Circumstances = {}): Deadline {
  const { extension = null, pauses = [], movesToWorkingDay = true } = around
  const given = { term, from, extension, pauses, movesToWorkingDay }
  return { ...given, ...(term.unit === 'hours' ? inHours(given, calendar) : inDays(given, calendar)) }
}

/** The same term counted again, for instance after the calendar was corrected. */
export const recounted = (counted: Deadline, calendar: Calendar): Deadline =>
  deadline(counted.term, counted.from, calendar, counted)

type Given = Omit<Deadline, 'lastDay' | 'expiresAt' | 'warnings'>
type Counted = Pick<Deadline, 'lastDay' | 'expiresAt' | 'warnings'>

const counts = new Remembered<Counted>()

function inDays(given: Given, calendar: Calendar): Counted {
  const start = dayAt(given.from, calendar.timeZone)
  const { term, extension, pauses, movesToWorkingDay } = given
  const key = JSON.stringify([start, term, extension, pauses, movesToWorkingDay])
  return counts.of(calendar, key, () => countDays(start, given, calendar))
}

function countDays(
  start: Day,
  { term, extension, pauses, movesToWorkingDay }: Given,
  calendar: Calendar
): Counted {
  const { timeZone } = calendar
  const [since, until] = [
    (moment: string) => dayAt(moment, timeZone),
    (moment: string) => pausedUntil(moment, timeZone),
  ]
  const stretches = merged(pauses.map((pause) => stretch(pause, since, until)))
  const terms = joined(term, extension)
  const nominal = terms.reduce((end, one) => count(one, end, stretches, calendar), start)
  const last = movesToWorkingDay ? openFrom(nominal, calendar) : nominal
  const everyDayLookedAt = terms.some((one) => one.unit === 'working_days')
  return {
    lastDay: isoDate(last),
    expiresAt: isoInstant(startOfDay(last + 1, timeZone)),
    warnings: doubtfulYears(everyDayLookedAt ? start + 1 : nominal, last, calendar),
  }
}

function count(
  { amount, unit }: Term,
  start: Day,
  pauses: ReturnType<typeof merged>,
  calendar: Calendar
): Day {
  if (unit === 'working_days') return countWorkingDays(amount, start, pauses, calendar)
  if (unit === 'natural_days') return countNaturalDays(amount, start, pauses, calendar)
  if (unit === 'months') return countMonths(amount, start, pauses, calendar)
  if (unit === 'years') return countMonths(amount * 12, start, pauses, calendar)
  throw new TypeError('hours do not prolong a term in days')
}

function inHours({ term, from, extension, pauses }: Given, calendar: Calendar): Counted {
  if (isDate(from)) throw new TypeError('a term in hours runs from an instant, not from a date')
  if (extension && extension.unit !== 'hours') throw new TypeError('a term in hours is prolonged by hours')
  const at = (moment: string) =>
    isDate(moment) ? startOfDay(dayAt(moment, calendar.timeZone) + 1, calendar.timeZone) : instantMs(moment)
  const stretches = merged(pauses.map((pause) => stretch(pause, at)))
  const start = instantMs(from)
  const end = countHours(term.amount + (extension?.amount ?? 0), start, stretches, calendar)
  const last = localDay(end - 1, calendar.timeZone)
  return {
    lastDay: isoDate(last),
    expiresAt: isoInstant(end),
    warnings: doubtfulYears(localDay(start, calendar.timeZone), last, calendar),
  }
}

function stretch(pause: Pause, since: (moment: string) => number, until = since) {
  if (pause.to === null) throw new TypeError('a term that is stopped has no last day')
  const start = since(pause.from)
  return { start, end: Math.max(start, until(pause.to)) }
}
