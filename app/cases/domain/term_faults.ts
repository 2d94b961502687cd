import { isCountedTimer } from '#cases/domain/counted_timer'
import type { CountedBy, Dated } from '#cases/domain/dated_case'
import { dueOn } from '#cases/domain/due_on'
import { lastDaysOf } from '#cases/domain/last_days_of_task'
import { dueOnWritten, extensionOf, isMet, pausesOf, seatsWritten, urgencyOf } from '#cases/domain/term_turns'
import { canonical } from '#core/canonical_json'
import type { Pause } from '#deadlines/index'

/** Whether each date of a case is the one that its act and its term give. */
export function faultsOfTerms(of: Dated, law: CountedBy): string[] {
  const ended = of.pauses.filter(({ to }) => to !== null)
  const written = dueOnWritten(of.turns, of.dueOnOpened)
  const faults: [string, boolean][] = [
    ['closed_at_differs', of.closedAt === (of.state === 'closed' ? of.endedAt : null)],
    ['silence_differs', of.silenceOn === of.silentSince],
    ['pauses_differ', canonical(of.pauses) === canonical(pausesOf(of.turns))],
    ['pauses_differ', of.suspendedOn === (of.pauses.find(({ to }) => to === null)?.from ?? null)],
    ['seats_differ', canonical(of.seats) === canonical(seatsWritten(of.turns, of.seatsOpened))],
    ['extension_differs', canonical(of.extension) === canonical(extensionOf(of.turns))],
    ['urgency_differs', of.law?.urgent === urgencyOf(of.turns)?.since],
    ['due_on_differs', written === undefined || written === of.dueOn],
    // What was counted is history, as is a silence; what is still to come follows the calendar as it is.
    ['due_on_differs', isOver(of) || of.dueOn === countedDueOn(of, ended, law)],
    ['timer_date_differs', of.timers.every((timer) => isCountedTimer(timer, of, ended, law))],
    ['task_date_differs', of.tasks.every((task) => lastDaysOf(task, of, law).includes(task.dueOn))],
  ]
  return [...new Set(faults.flatMap(([fault, holds]) => (holds ? [] : [fault])))]
}

const isOver = ({ state, silenceOn }: Dated) => state === 'closed' || silenceOn !== null

const countedDueOn = (of: Dated, pauses: Pause[], { term, calendar }: CountedBy) =>
  isMet(of.turns)
    ? null
    : dueOn({ term, countsFrom: of.countsFrom, pauses, extension: extensionOf(of.turns) }, calendar)
