import type { TimerInput } from '#cases/types'
import { type Calendar, type Pause, dateDue, deadline, halved, lastDateBefore } from '#deadlines/index'

/** When a timer goes off, and the last day of its term where it has one. */
export interface TimerDue {
  runAt: string
  lastDay: string | null
}

/**
 * The first instant after a timer's term, counted by the town's calendar without the pauses of the case
 * (Law 39/2015, arts. 22 and 30). A date is due as it begins, and no last day for anything, or it is the last day of a term.
 */
export function timerDue(
  timer: Pick<TimerInput, 'term' | 'date' | 'from' | 'suspends' | 'urgent' | 'through' | 'extension'>,
  calendar: Calendar,
  pauses: Pause[] = []
): TimerDue {
  if (timer.term) {
    const term = timer.urgent ? halved(timer.term) : timer.term
    const counted = deadline(term, timer.from, calendar, {
      extension: timer.extension,
      pauses: timer.suspends ? pausesSince(timer.from, pauses) : [],
    })
    return { runAt: counted.expiresAt, lastDay: counted.lastDay }
  }
  const { timeZone } = calendar
  const { through } = timer
  const runAt = dateDue({ date: timer.date as string, through }, timeZone)
  return { runAt, lastDay: through ? lastDateBefore(runAt, timeZone) : null }
}

/** What of the pauses falls after a term began: the rest never held it up. */
const pausesSince = (from: string, pauses: Pause[]): Pause[] =>
  pauses
    .filter((pause) => pause.to === null || pause.to > from)
    .map((pause) => (pause.from < from ? { from, to: pause.to } : pause))
