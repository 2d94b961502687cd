import type { Diagnostic } from '#core/diagnostic'
import { doubtfulYears, openFrom } from '#deadlines/calendar'
import { addMonths } from '#deadlines/counts/months'
import { type Day, dayAt, dayOf, isoDate, isoInstant, startOfDay } from '#deadlines/day'
import type { Calendar } from '#deadlines/types'

export interface PaymentTerm {
  lastDay: string
  expiresAt: string
  warnings: Diagnostic[]
}

/** The day of which month, for what is notified in the first half of a month and in the second. */
const RULES = {
  // Law 58/2003, art. 62.2: an assessment, in the voluntary period
  voluntary: [
    { months: 1, day: '20' },
    { months: 2, day: '05' },
  ],
  // art. 62.5: once the enforcement order is notified
  enforcement: [
    { months: 0, day: '20' },
    { months: 1, day: '05' },
  ],
} as const

/** Until when a notified debt may be paid, Law 58/2003, art. 62; a closed last day moves to the next open one. */
export function paymentTerm(notified: string, period: keyof typeof RULES, calendar: Calendar): PaymentTerm {
  const day = dayAt(notified, calendar.timeZone)
  const rule = RULES[period][Number(isoDate(day).slice(8)) <= 15 ? 0 : 1]
  const nominal = dayInMonth(addMonths(day, rule.months), rule.day)
  const last = openFrom(nominal, calendar)
  return {
    lastDay: isoDate(last),
    expiresAt: isoInstant(startOfDay(last + 1, calendar.timeZone)),
    warnings: doubtfulYears(nominal, last, calendar),
  }
}

const dayInMonth = (month: Day, day: string): Day => dayOf(isoDate(month).slice(0, 8) + day)
