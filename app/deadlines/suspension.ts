import { deadline } from '#deadlines/deadline'
import type { Calendar, Deadline, Pause } from '#deadlines/types'

/**
 * The same term with these pauses (all it ever had), Law 39/2015, art. 22. A pause stops the count
 * on the day after it begins and lets it go on the day after it ends, as every term is counted: terms
 * in working days skip its days, the others are given back its natural days.
 *
 * `null` while a pause lasts: a term that is stopped has no last day.
 */
export const suspended = (counted: Deadline, pauses: Pause[], calendar: Calendar): Deadline | null =>
  pauses.some((pause) => pause.to === null)
    ? null
    : deadline(counted.term, counted.from, calendar, { ...counted, pauses })
