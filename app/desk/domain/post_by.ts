import { type Calendar, deadline } from '#deadlines/index'

/** Law 39/2015, art. 40.2: every notification is sent within ten days of its act. */
const TERM = { amount: 10, unit: 'working_days' as const }

/**
 * The last day to post a notification on paper: ten days from its act, and never after the term to resolve and notify,
 * which on paper is met by an attempt that is documented (Law 39/2015, arts. 21 and 40.4).
 */
export function postBy(made: Date, termEndsOn: string | null, calendar: Calendar): string {
  const { lastDay } = deadline(TERM, made.toISOString(), calendar)
  return termEndsOn && termEndsOn < lastDay ? termEndsOn : lastDay
}
