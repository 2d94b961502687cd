import type { CaseTerm } from '#cases/types'
import { type Calendar, deadline, suspended } from '#deadlines/index'

/**
 * The last day to resolve and notify (Law 39/2015, art. 21), or null where there is no term or it
 * stands still. While it does, `dueOnBefore` keeps the day that it had.
 */
export function dueOn({ term, countsFrom, pauses, extension }: CaseTerm, calendar: Calendar): string | null {
  if (!term) return null
  return suspended(deadline(term, countsFrom, calendar, { extension }), pauses, calendar)?.lastDay ?? null
}
