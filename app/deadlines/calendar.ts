import { type Diagnostic, warning } from '#core/diagnostic'
import { type Day, dayAt, isoDate, weekdayOf, yearOf } from '#deadlines/day'
import type { Calendar, Texts } from '#deadlines/types'

/** Why a day does not count. */
export interface ClosedDay {
  kind: 'weekend' | 'holiday'
  name?: Texts
}

/** A calendar that never opens is a mistake in the data, not a very long term. */
const LONGEST_CLOSURE = 366

export function closedOn(day: Day, calendar: Calendar): ClosedDay | null {
  const holiday = calendar.holidays[isoDate(day)]
  if (holiday) return { kind: 'holiday', name: holiday.name }
  return calendar.weekend.includes(weekdayOf(day)) ? { kind: 'weekend' } : null
}

export const isOpen = (day: Day, calendar: Calendar): boolean =>
  !calendar.weekend.includes(weekdayOf(day)) && !(isoDate(day) in calendar.holidays)

/** Whether a date (or the date of an instant, by the town's clock) is a working day: art. 30.2. */
export const isWorkingDay = (date: string, calendar: Calendar): boolean =>
  isOpen(dayAt(date, calendar.timeZone), calendar)

/** The day itself when open, else the first open day after it: art. 30.5. */
export function openFrom(day: Day, calendar: Calendar): Day {
  for (let next = day; next <= day + LONGEST_CLOSURE; next++) if (isOpen(next, calendar)) return next
  throw new RangeError(`calendar ${calendar.id} is closed for a year from ${isoDate(day)}`)
}

/** One warning for each year, of those a count went through, whose holidays are not loaded. */
export function missingYears(first: Day, last: Day, calendar: Calendar): Diagnostic[] {
  const warnings: Diagnostic[] = []
  for (let year = yearOf(first); year <= yearOf(last); year++) {
    if (calendar.years.includes(year)) continue
    warnings.push(warning('YEAR_NOT_LOADED', { params: { year: String(year), calendar: calendar.id } }))
  }
  return warnings
}

/** The year of a last day whose holidays are not loaded: it is provisional; null where they are. */
export function provisionalYear(lastDay: string, calendar: Calendar): string | null {
  const year = lastDay.slice(0, 4)
  return calendar.years.includes(Number(year)) ? null : year
}

/** Closed for either is closed: the interested person's residence and the body's seat (art. 30.6). */
export const eitherClosed = (one: Calendar, other: Calendar): Calendar => ({
  ...one,
  id: `${one.id}+${other.id}`,
  weekend: [...new Set([...one.weekend, ...other.weekend])].sort(),
  holidays: { ...other.holidays, ...one.holidays },
  years: one.years.filter((year) => other.years.includes(year)),
})
