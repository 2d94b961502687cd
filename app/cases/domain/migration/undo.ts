import type { Move, Route } from '#cases/domain/migration/types'
import type { Waits } from '#cases/domain/migration/waits'
import { timerDue } from '#cases/domain/timer_due'
import type { Law } from '#cases/types'
import type { Json } from '#core/json'
import type { JobRow } from '#core/jobs/types'
import type { Calendar, Pause } from '#deadlines/index'
import type { State } from '#engine/index'

/** All that takes a move back: where the case stood, without what its person said, and what waited for it. */
export interface Undo extends Waits {
  workflow: State
  /** Those that the plan gave other values. */
  variables: Record<string, Json>
  law: Law | null
  dueOn: string | null
}

/** The names to which a plan gives values. */
const toldBy = ({ plan }: Pick<Route, 'plan'>): Set<string> =>
  new Set((plan.variables ?? []).map(({ name }) => name))

/** What has to be kept of a case that is about to move. */
export function undoOf(
  { workflow, law, dueOn }: { workflow: State; law: Law | null; dueOn: string | null },
  waits: Waits,
  route: Route
): Undo {
  const told = toldBy(route)
  const before = Object.entries(workflow.variables).filter(([name]) => told.has(name))
  return {
    workflow: { ...workflow, variables: {} },
    variables: Object.fromEntries(before),
    law,
    dueOn,
    ...waits,
  }
}

/** Where it stood, with what it knows but for what the plan had told it. A number that was given is given no more. */
export function stateBefore(now: State, { workflow, variables }: Undo, route: Route): State {
  const told = toldBy(route)
  const known = Object.entries(now.variables).filter(([name]) => !told.has(name))
  return { ...workflow, sequence: now.sequence, variables: { ...Object.fromEntries(known), ...variables } }
}

/** A term by the calendar as it is now: it may have changed meanwhile. */
export function countedNow(
  timer: Undo['timers'][number],
  { pauses, suspendedOn }: { pauses: Pause[]; suspendedOn: string | null },
  calendar: Calendar
): JobRow {
  const stands = timer.input.suspends && suspendedOn !== null
  const due = timerDue(timer.input, calendar, stands ? [] : pauses)
  const input = { ...timer.input, lastDay: due.lastDay } as unknown as JobRow['input']
  return { ...timer, input, run_at: due.runAt }
}

/** The elements on which something of a case stands. */
export const standsOn = ({ tokens }: Move['state']): string[] =>
  [...new Set(Object.values(tokens).map(({ element }) => element))].sort()
