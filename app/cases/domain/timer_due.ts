import { Temporal } from 'temporal-polyfill'
import type { TimerInput } from '#cases/types'
import { type Calendar, type Pause, deadline } from '#deadlines/index'

const IS_DATE = /^\d{4}-\d{2}-\d{2}$/

/** When a timer goes off, and the last day of its term where it has one. */
export interface TimerDue {
  runAt: string
  lastDay: string | null
}

/**
 * The first instant after a timer's term, counted by the town's calendar without the pauses of the case
 * (Law 39/2015, arts. 22 and 30); for a date, its first instant in the town's time zone.
 */
export function timerDue(
  timer: Pick<TimerInput, 'term' | 'date' | 'from' | 'suspends' | 'extension'>,
  calendar: Calendar,
  pauses: Pause[] = []
): TimerDue {
  if (timer.term) {
    const counted = deadline(timer.term, timer.from, calendar, {
      extension: timer.extension,
      pauses: timer.suspends ? pausesSince(timer.from, pauses) : [],
    })
    return { runAt: counted.expiresAt, lastDay: counted.lastDay }
  }
  const date = timer.date as string
  if (!IS_DATE.test(date)) return { runAt: new Date(date).toISOString(), lastDay: null }
  const opens = Temporal.PlainDate.from(date).toZonedDateTime(calendar.timeZone)
  return { runAt: new Date(opens.epochMilliseconds).toISOString(), lastDay: date }
}

/** What of the pauses falls after a term began: the rest never held it up. */
const pausesSince = (from: string, pauses: Pause[]): Pause[] =>
  pauses
    .filter((pause) => pause.to === null || pause.to > from)
    .map((pause) => (pause.from < from ? { from, to: pause.to } : pause))
