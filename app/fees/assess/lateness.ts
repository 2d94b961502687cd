import { type Calendar, parseTerm } from '#deadlines/index'
import type { Names } from '#fees/assess/names'
import { stop } from '#fees/assess/unreckoned'
import { type Lateness, lateFiling } from '#fees/late_filing'
import type { FeeSchedule } from '#fees/types'

/** How a self-assessment stands with its term to file; null in time, or where there is none to tell it by. */
export function lateness(
  { term: within }: FeeSchedule,
  names: Names,
  { calendar, ...days }: { accruedOn: string; filedOn: string; calendar?: Calendar }
): Lateness | null {
  if (!within || !calendar) return null
  const text = names.text(within, 'string', 'term')
  const term = parseTerm(text)
  if (!term.ok) return stop('NOTHING', 'term', { expression: text })
  return lateFiling(term.value, { ...days, calendar })
}
