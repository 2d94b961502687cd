import { Temporal } from 'temporal-polyfill'
import { givenBack } from '#deadlines/counts/natural_days'
import { type Day, dayOf, isoDate } from '#deadlines/day'
import type { Stretch } from '#deadlines/pauses'
import type { Calendar } from '#deadlines/types'

/** Art. 30.4: the same day number as the start, or the last day of a month that lacks it. */
export const addMonths = (start: Day, months: number): Day =>
  dayOf(Temporal.PlainDate.from(isoDate(start)).add({ months }, { overflow: 'constrain' }).toString())

export const countMonths = (months: number, start: Day, pauses: Stretch[], calendar: Calendar): Day =>
  givenBack(start, addMonths(start, months), pauses, calendar)
