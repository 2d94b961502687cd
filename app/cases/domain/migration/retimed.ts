import { timerDue } from '#cases/domain/timer_due'
import type { Moving } from '#cases/domain/migration/version_line'
import type { Waits } from '#cases/domain/migration/waits'
import type { TimerInput } from '#cases/types'
import type { MigrationPlan } from '#catalogue/domain/migration/index'
import type { Calendar, Pause } from '#deadlines/index'
import type { Command, State } from '#engine/index'

type Timer = Waits['timers'][number]
type Told = Extract<Command, { type: 'timer' }>

export interface Retiming {
  plan: Pick<MigrationPlan, 'timers'>
  at: string
  calendar: Calendar
  pauses: Pause[]
}

/**
 * A term that is told anew: counted from where it began, or from the day of the move, as its plan says, with what it was
 * extended by. `created_at` is the beginning of what is counted.
 */
export function retimed(timer: Timer, told: Told, { plan, at, calendar, pauses }: Retiming): Timer {
  const anew = plan.timers?.find(({ element }) => element === told.element)?.count === 'anew'
  const from = anew ? at : timer.input.from
  const { element, term = null, date = null, suspends, through } = told
  const { extension, urgent } = timer.input
  const counted = {
    ...{ element, term, date, from, suspends },
    ...(urgent && term && { urgent }),
    ...(through && { through }),
    ...(extension && { extension }),
  }
  const stands = suspends && pauses.some(({ to }) => to === null)
  const due = timerDue(counted, calendar, stands ? [] : pauses)
  return {
    ...timer,
    name: told.element,
    input: { ...counted, lastDay: due.lastDay },
    run_at: due.runAt,
    state: stands ? 'paused' : 'ready',
    ...(anew && { created_at: at }),
  }
}

/** The first last day of what watches a task; null where nothing with a last day does. */
const lastDayOf = (watching: Pick<TimerInput, 'lastDay'>[]): string | null =>
  watching.flatMap(({ lastDay }) => lastDay ?? []).sort()[0] ?? null

/** The tasks whose terms are others now, with their first last day. */
export function redated(
  { caseFile, waits, planned }: Moving,
  timers: Timer[]
): { key: string; dueOn: string | null }[] {
  const watching = (all: Timer[], { tokens }: State, key: string) =>
    lastDayOf(all.filter((timer) => tokens[timer.key]?.host === key).map(({ input }) => input))
  return waits.tasks
    .filter(({ key }) => key in planned.state.tokens)
    .map(({ key }) => ({
      key,
      before: watching(waits.timers, caseFile.workflow, key),
      dueOn: watching(timers, planned.state, key),
    }))
    .filter(({ before, dueOn }) => before !== dueOn)
}
