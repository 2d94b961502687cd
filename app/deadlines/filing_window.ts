import { openFrom } from '#deadlines/calendar'
import { dayOf, isoDate } from '#deadlines/day'
import { effectiveFiling } from '#deadlines/effective_filing'
import type { Calendar } from '#deadlines/types'

/** When something can be filed: always, or between two dates, both included. */
export type Window = { always: true } | { from: string; to: string }

export interface FilingWindow {
  state: 'open' | 'early' | 'late'
  /** The first and the last day on which a filing counts as in time; null where it always does. */
  firstDay: string | null
  lastDay: string | null
}

/**
 * Whether what is filed at an instant is in time. It is the day on which it counts that decides (Law 39/2015,
 * art. 31.2); a closed last day moves to the next working one (art. 30.5).
 */
export function filingWindow(window: Window, instant: string, calendar: Calendar): FilingWindow {
  if ('always' in window) return { state: 'open', firstDay: null, lastDay: null }
  const { effectiveDate } = effectiveFiling(instant, calendar)
  const lastDay = isoDate(openFrom(dayOf(window.to), calendar))
  const state = effectiveDate < window.from ? 'early' : effectiveDate > lastDay ? 'late' : 'open'
  return { state, firstDay: window.from, lastDay }
}
