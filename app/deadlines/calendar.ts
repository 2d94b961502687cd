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

/** What is wrong with a year: nobody has loaded its holidays, or they are the usual ones that nobody has confirmed. */
export type Doubt = 'YEAR_NOT_LOADED' | 'YEAR_NOT_CONFIRMED'

const doubtOf = (year: number, { years, usual = [] }: Calendar): Doubt | null =>
  !years.includes(year) ? 'YEAR_NOT_LOADED' : usual.includes(year) ? 'YEAR_NOT_CONFIRMED' : null

/** One warning for each year, of those a count went through, whose holidays are not known for sure. */
export function doubtfulYears(first: Day, last: Day, calendar: Calendar): Diagnostic[] {
  const warnings: Diagnostic[] = []
  for (let year = yearOf(first); year <= yearOf(last); year++) {
    const doubt = doubtOf(year, calendar)
    if (doubt) warnings.push(warning(doubt, { params: { year: String(year), calendar: calendar.id } }))
  }
  return warnings
}

/** The year by which a last day is provisional, and why. */
export interface Provisional {
  year: string
  doubt: Doubt
}

/**
 * Why a last day is provisional; null where it is sure. Of a term that counts the days since another (a date or an instant),
 * each year between them matters; else that of the last day alone.
 */
export function provisional(lastDay: string, calendar: Calendar, since = lastDay): Provisional | null {
  const [first, last] = [dayAt(since, calendar.timeZone), dayAt(lastDay, calendar.timeZone)]
  const doubt = doubtfulYears(Math.min(first, last), last, calendar)[0]
  return doubt ? { year: String(doubt.params['year']), doubt: doubt.code as Doubt } : null
}

/** Closed for either is closed: the interested person's residence and the body's seat (art. 30.6). */
export const eitherClosed = (one: Calendar, other: Calendar): Calendar => ({
  ...one,
  id: `${one.id}+${other.id}`,
  weekend: [...new Set([...one.weekend, ...other.weekend])].sort(),
  holidays: { ...other.holidays, ...one.holidays },
  years: one.years.filter((year) => other.years.includes(year)),
  usual: [...new Set([...(one.usual ?? []), ...(other.usual ?? [])])].sort(),
})
