import { type Diagnostic, problem } from '#core/diagnostic'
import { type Result, err, ok } from '#core/result'
import { dayAt } from '#deadlines/day'
import { deadline } from '#deadlines/deadline'
import { termText } from '#deadlines/parse_term'
import { inMonths } from '#deadlines/term'
import type { Calendar, Deadline, Term } from '#deadlines/types'

/** How much of a term may be added to it: to that of somebody half (art. 32.1), to that to resolve as much again (art. 23.1). */
const MOST = { half: 2, whole: 1 } as const

/**
 * Extends a term, Law 39/2015, arts. 23 and 32. `by` is the whole extension, at most `most` of the term; it must be
 * decided while the term still runs (32.3).
 */
export function extended(
  counted: Deadline,
  by: Term,
  decidedAt: string,
  calendar: Calendar,
  most: keyof typeof MOST = 'half'
): Result<Deadline, Diagnostic[]> {
  const params = { term: termText(counted.term), extension: termText(by), lastDay: counted.lastDay }
  if (dayAt(decidedAt, calendar.timeZone) > dayAt(counted.lastDay, calendar.timeZone))
    return err([problem('EXTENSION_TOO_LATE', { params })])
  if (!isWithin(MOST[most], counted, by, calendar))
    return err([problem(most === 'half' ? 'EXTENSION_OVER_HALF' : 'EXTENSION_OVER_WHOLE', { params })])
  return ok(deadline(counted.term, counted.from, calendar, { ...counted, extension: by }))
}

/** Units that differ are compared by the natural days they come to, from the term's own start. */
function isWithin(times: number, { term, from }: Deadline, by: Term, calendar: Calendar): boolean {
  const [whole, extra] = [inMonths(term), inMonths(by)]
  if (whole.unit === extra.unit) return extra.amount * times <= whole.amount
  if (whole.unit === 'hours' || extra.unit === 'hours') return false
  const end = (extension: Term | null) =>
    dayAt(deadline(term, from, calendar, { extension, movesToWorkingDay: false }).lastDay, calendar.timeZone)
  return (end(by) - end(null)) * times <= end(null) - dayAt(from, calendar.timeZone)
}
