import { type Calendar, completeMonths, deadline, type Term } from '#deadlines/index'

/** A self-assessment that is filed after its term; what follows from it is settled apart. */
export interface Late {
  /** ISO: the last day to file it in time. */
  lastDay: string
  /** In percent of what is due, for filing without having been asked to. */
  surcharge: string
  /** Whether late interest comes with it. */
  interest: boolean
  /** Whether the town can't assess it any more. */
  barred: boolean
}

/** One that may be late: its term goes through years whose closed days are not loaded, so nobody can tell its last day. */
export interface PerhapsLate {
  unknownYears: string[]
}

export type Lateness = Late | PerhapsLate

export const isCounted = (lateness: Lateness): lateness is Late => 'lastDay' in lateness

/** Law 58/2003, art. 27.2: one percent, and one for each complete month; from twelve months on, fifteen with interest. */
const YEAR = 12
const AFTER_A_YEAR = '15'

/** arts. 66.a and 67.1: four years from the end of the term to file. */
const TO_ASSESS: Term = { amount: 4, unit: 'years' }

/**
 * How late something is filed whose term counts from its accrual; null in time. Days are ISO, in the town. A closed day
 * that nobody knows of only makes a term longer: what is in time without it is in time.
 */
export function lateFiling(
  term: Term,
  { accruedOn, filedOn, calendar }: { accruedOn: string; filedOn: string; calendar: Calendar }
): Lateness | null {
  const { lastDay, warnings } = deadline(term, accruedOn, calendar)
  if (filedOn <= lastDay) return null
  if (warnings.length > 0) return { unknownYears: warnings.map(({ params }) => String(params.year)) }
  const months = completeMonths(lastDay, filedOn)
  const right = deadline(TO_ASSESS, lastDay, calendar, { movesToWorkingDay: false })
  return {
    lastDay,
    surcharge: months < YEAR ? String(1 + months) : AFTER_A_YEAR,
    interest: months >= YEAR,
    barred: filedOn > right.lastDay,
  }
}
