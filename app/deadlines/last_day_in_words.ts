import { provisionalYear } from '#deadlines/calendar'
import type { Calendar } from '#deadlines/types'

interface Words {
  t(id: string, params: Record<string, string>): string
  date(day: string): string
}

/** A last day as people read it: said to be provisional where nobody has loaded the closed days of its year. */
export function lastDayInWords(lastDay: string, calendar: Calendar, { t, date }: Words): string {
  const year = provisionalYear(lastDay, calendar)
  return year ? t('deadlines.provisional', { date: date(lastDay), year }) : date(lastDay)
}
