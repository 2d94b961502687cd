import { provisional } from '#deadlines/calendar'
import type { Calendar } from '#deadlines/types'

interface Words {
  t(id: string, params: Record<string, string>): string
  date(day: string): string
}

const TEXTS = { YEAR_NOT_LOADED: 'deadlines.provisional', YEAR_NOT_CONFIRMED: 'deadlines.unconfirmed' }

/** A last day as people read it: said to be provisional where nobody has loaded or confirmed the closed days of its year. */
export function lastDayInWords(
  lastDay: string,
  calendar: Calendar,
  { t, date }: Words,
  since?: string
): string {
  const why = provisional(lastDay, calendar, since)
  return why ? t(TEXTS[why.doubt], { date: date(lastDay), year: why.year }) : date(lastDay)
}
