import { dueOn } from '#cases/domain/due_on'
import { timerDue } from '#cases/domain/timer_due'
import type { TimerInput } from '#cases/types'
import type { Calendar, Pause, Term } from '#deadlines/index'
import type { State } from '#engine/index'

/** An open case with the dates that were counted for it. */
export interface Counted {
  workflow: State
  countsFrom: string
  dueOn: string | null
  silenceOn: string | null
  pauses: Pause[]
  seats: string[]
  extension: Term | null
  timers: { id: string; key: string; runAt: Date; input: TimerInput }[]
}

export interface Recounted {
  dueOn: string | null
  timers: { id: string; runAt: string; input: TimerInput }[]
  /** The last days of the tasks that those timers watch, by key. */
  tasks: { key: string; dueOn: string }[]
}

/**
 * The dates of an open case by another calendar (Law 39/2015, art. 30.7): what differs, or null where nothing does. A
 * silence that has had its effects stays, and a term that was met; everything that is still to come is counted again.
 */
export function recountedTerms(of: Counted, term: Term | null, calendar: Calendar): Recounted | null {
  const pauses = of.pauses.filter(({ to }) => to !== null)
  const runs = of.dueOn !== null && of.silenceOn === null
  const due = runs
    ? dueOn({ term, countsFrom: of.countsFrom, pauses, extension: of.extension }, calendar)
    : of.dueOn
  const counted = of.timers.map((timer) => ({ timer, ...timerDue(timer.input, calendar, pauses) }))
  const moved = counted.filter(({ timer, runAt }) => timer.runAt.toISOString() !== runAt)
  if (due === of.dueOn && moved.length === 0) return null
  return {
    dueOn: due,
    timers: moved.map(({ timer: { id, input }, runAt, lastDay }) => ({
      id,
      runAt,
      input: { ...input, lastDay },
    })),
    tasks: tasksOf(of.workflow, counted, new Set(moved.map(({ timer }) => timer.id))),
  }
}

/** Of each task that a moved timer watches, the first last day of all that watch it. */
function tasksOf(
  { tokens }: State,
  counted: { timer: Counted['timers'][number]; lastDay: string | null }[],
  moved: Set<string>
): Recounted['tasks'] {
  const watched = Map.groupBy(
    counted.filter(({ lastDay }) => lastDay !== null),
    ({ timer }) => tokens[timer.key]?.host
  )
  return [...watched].flatMap(([key, watching]) =>
    key && watching.some(({ timer }) => moved.has(timer.id))
      ? [{ key, dueOn: watching.map(({ lastDay }) => lastDay as string).sort()[0] as string }]
      : []
  )
}
