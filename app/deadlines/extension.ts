import { type Diagnostic, problem } from '#core/diagnostic'
import { type Result, err, ok } from '#core/result'
import { dayAt } from '#deadlines/day'
import { deadline } from '#deadlines/deadline'
import { termText } from '#deadlines/parse_term'
import { inMonths } from '#deadlines/term'
import type { Calendar, Deadline, Term } from '#deadlines/types'

/**
 * Extends a term, Law 39/2015, art. 32. `by` is the whole extension, at most half of the term
 * (32.1); it must be decided while the term still runs (32.3).
 */
export function extended(
  counted: Deadline,
  by: Term,
  decidedAt: string,
  calendar: Calendar
): Result<Deadline, Diagnostic[]> {
  const params = { term: termText(counted.term), extension: termText(by), lastDay: counted.lastDay }
  if (dayAt(decidedAt, calendar.timeZone) > dayAt(counted.lastDay, calendar.timeZone))
    return err([problem('EXTENSION_TOO_LATE', { params })])
  if (!withinHalf(counted, by, calendar)) return err([problem('EXTENSION_OVER_HALF', { params })])
  return ok(deadline(counted.term, counted.from, calendar, { ...counted, extension: by }))
}

/** Units that differ are compared by the natural days they come to, from the term's own start. */
function withinHalf({ term, from }: Deadline, by: Term, calendar: Calendar): boolean {
  const [whole, extra] = [inMonths(term), inMonths(by)]
  if (whole.unit === extra.unit) return extra.amount * 2 <= whole.amount
  if (whole.unit === 'hours' || extra.unit === 'hours') return false
  const end = (extension: Term | null) =>
    dayAt(deadline(term, from, calendar, { extension, movesToWorkingDay: false }).lastDay, calendar.timeZone)
  return (end(by) - end(null)) * 2 <= end(null) - dayAt(from, calendar.timeZone)
}
