import { dayAfter, instantMs, isDate, isoInstant, startsOn } from '#deadlines/day'
import { lastDateBefore } from '#deadlines/pauses'
import type { Term } from '#deadlines/types'

/** What is awaited by a date instead of a term. */
export interface DateAwaited {
  /** An ISO date, or an instant. */
  date: string
  /** The date is the last day of a term, and in it (Law 39/2015, art. 30): it is over once the day is. */
  through?: boolean
}

/** When it has come: a day with its first instant, unless it is the last one of a term. */
export const dateDue = ({ date, through = false }: DateAwaited, timeZone: string): string =>
  isDate(date) ? startsOn(through ? dayAfter(date) : date, timeZone) : isoInstant(instantMs(date))

/**
 * From where a term counts that follows one which was over at `at`: from the last day of that one, so that the day after it
 * is the first (art. 30.3); of hours from the minute (art. 30.1).
 */
export const followsFrom = ({ unit }: Term, at: string, timeZone: string): string =>
  unit === 'hours' ? at : lastDateBefore(at, timeZone)
