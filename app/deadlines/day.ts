import { Temporal } from 'temporal-polyfill'

const DAY_MS = 86_400_000
const DATE = /^\d{4}-\d{2}-\d{2}$/

/** A civil day as a number: days since 1970-01-01. Counting thousands of terms needs no objects. */
export type Day = number

/** Throws RangeError on what is no date of the calendar (2024-02-30). */
export function dayOf(date: string): Day {
  const ms = DATE.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(ms) || isoDate(ms / DAY_MS) !== date) throw new RangeError(`not a date: ${date}`)
  return ms / DAY_MS
}

export const isoDate = (day: Day): string => new Date(day * DAY_MS).toISOString().slice(0, 10)

/** ISO weekday, 1 Monday to 7 Sunday; day 0 was a Thursday. */
export const weekdayOf = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1

export const yearOf = (day: Day): number => new Date(day * DAY_MS).getUTCFullYear()

export const isDate = (moment: string): boolean => DATE.test(moment)

/** Milliseconds of an ISO instant; RangeError when it carries no offset. */
export const instantMs = (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds

export const isoInstant = (ms: number): string => new Date(ms).toISOString()

/** The civil day at an instant, by the clock of the town. */
export function localDay(ms: number, timeZone: string): Day {
  const zoned = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone)
  return Date.UTC(zoned.year, zoned.month - 1, zoned.day) / DAY_MS
}

/** The first instant of a civil day by the clock of the town (days of 23 and 25 hours included). */
export const startOfDay = (day: Day, timeZone: string): number =>
  Temporal.PlainDate.from(isoDate(day)).toZonedDateTime(timeZone).epochMilliseconds

/** The civil day of an ISO date, or of an ISO instant by the clock of the town. */
export const dayAt = (moment: string, timeZone: string): Day =>
  isDate(moment) ? dayOf(moment) : localDay(instantMs(moment), timeZone)

/** ISO dates before and after an ISO date. */
export const dayAfter = (date: string): string => isoDate(dayOf(date) + 1)
export const dayBefore = (date: string): string => isoDate(dayOf(date) - 1)

/** The first instant of an ISO date, by the clock of the town. */
export const startsOn = (date: string, timeZone: string): string =>
  isoInstant(startOfDay(dayOf(date), timeZone))
