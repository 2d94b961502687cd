import { dueOn } from '#cases/domain/due_on'
import { localDate } from '#cases/domain/local_date'
import {
  type Turn,
  dueOnWritten,
  extensionOf,
  extensionOfTimer,
  isMet,
  pausesOf,
  seatsWritten,
  urgencyOf,
} from '#cases/domain/term_turns'
import { timerDue } from '#cases/domain/timer_due'
import type { Law as CaseLaw, TimerInput } from '#cases/types'
import { canonical } from '#core/canonical_json'
import { type Calendar, type Pause, type Term, followsFrom, lastDateBefore, startsOn } from '#deadlines/index'
import type { Graph, State } from '#engine/index'

/** A case with all that its dates come from; instants in ISO with milliseconds. */
export interface Dated {
  state: 'open' | 'closed'
  workflow: State
  openedAt: string
  closedAt: string | null
  countsFrom: string
  dueOn: string | null
  suspendedOn: string | null
  silenceOn: string | null
  pauses: Pause[]
  seats: string[]
  extension: Term | null
  /** By whose sheet it goes, and since when it is urgent. */
  law: CaseLaw | null
  /** The seats that count for it, as the audit trail has them from the opening. */
  seatsOpened: string[]
  /** The last day as the audit trail has it from the opening; undefined where it says none of it. */
  dueOnOpened: string | null | undefined
  /** The first day of the silence, by the audit trail. */
  silentSince: string | null
  /** What the history says of the term, in order. */
  turns: Turn[]
  /** The instants of its steps, and of the one that ended it. */
  stepsAt: string[]
  endedAt: string | null
  timers: DatedTimer[]
  /** Timers that went off, at their instants. */
  fired: { key: string; at: string }[]
  tasks: { key: string; dueOn: string | null }[]
  /** When it went on by other versions, in order. */
  versions: VersionTurn[]
}

/** `again`: the timers that were counted again by the term of the other version. */
export interface VersionTurn {
  at: string
  from: string
  to: string
  again: string[]
}

export interface DatedTimer {
  name: string
  key: string
  state: 'ready' | 'paused' | 'failed'
  input: TimerInput
  runAt: string
  createdAt: string
}

/** What the process says of a timer. */
interface Drawn {
  due: Pick<Partial<TimerInput>, 'term' | 'date'> | { expression: unknown }
  again?: { every: Term } | null
  /** It comes once more, after the one before. */
  follows?: true
  suspends: boolean
  unhurried?: true
}

interface Law {
  term: Term | null
  /** The version that it runs on, and the graph of any that it has run on. */
  digest: string
  graphs: ReadonlyMap<string, Graph>
  calendar: Calendar
}

/** Whether each date of a case is the one that its act and its term give. */
export function faultsOfTerms(of: Dated, law: Law): string[] {
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
    ['timer_date_differs', of.timers.every((timer) => isCounted(timer, of, ended, law))],
    ['task_date_differs', of.tasks.every((task) => lastDaysOf(task, of, law).includes(task.dueOn))],
  ]
  return [...new Set(faults.flatMap(([fault, holds]) => (holds ? [] : [fault])))]
}

const isOver = ({ state, silenceOn }: Dated) => state === 'closed' || silenceOn !== null

const countedDueOn = (of: Dated, pauses: Pause[], { term, calendar }: Law) =>
  isMet(of.turns)
    ? null
    : dueOn({ term, countsFrom: of.countsFrom, pauses, extension: extensionOf(of.turns) }, calendar)

/** A timer is as it was drawn where it began, or where it was counted again. */
const isCounted = (timer: DatedTimer, of: Dated, pauses: Pause[], law: Law): boolean =>
  of.stepsAt.includes(timer.createdAt) &&
  drawnFor(timer, of, law).some((drawn) => isCountedBy(drawn, timer, { of, pauses, calendar: law.calendar }))

function drawnFor(
  { key, name, createdAt }: DatedTimer,
  { versions }: Dated,
  { digest, graphs }: Law
): Drawn[] {
  let began = [versions[0]?.from ?? digest]
  for (const { at, to } of versions) if (at <= createdAt) began = at === createdAt ? [...began, to] : [to]
  const again = versions.filter((turn) => turn.again.includes(key)).map(({ to }) => to)
  return [...began, ...again].flatMap((version) =>
    [elementOf(key), name].flatMap((element) => {
      const drawn = graphs.get(version)?.nodes[element]?.data as Drawn | null | undefined
      return drawn?.due ? turnsOf(drawn) : []
    })
  )
}

/** The first time it is due, and, where it comes back, each time after that. */
const turnsOf = (drawn: Drawn): Drawn[] =>
  drawn.again ? [drawn, { ...drawn, due: { term: drawn.again.every }, follows: true }] : [drawn]

function isCountedBy(
  drawn: Drawn,
  timer: DatedTimer,
  { of, pauses, calendar }: { of: Dated; pauses: Pause[]; calendar: Calendar }
): boolean {
  const { input, name, runAt, createdAt, state } = timer
  const { term = null, date = null } = 'expression' in drawn.due ? input : drawn.due
  const opening = openingOf(of, calendar)
  const began = createdAt === of.openedAt && input.from === opening ? opening : createdAt
  const from = term && drawn.follows ? followsFrom(term, began, calendar.timeZone) : began
  const { suspends } = drawn
  const extension = extensionOfTimer(of.turns, timer.key)
  const watches = of.workflow.tokens[timer.key]?.host !== undefined && !drawn.again
  const through = (watches && date !== null && !date.includes('T')) || undefined
  const urgent = isHalved(timer, drawn, of) || undefined
  const due = timerDue({ term, date, from, suspends, urgent, through, extension }, calendar, pauses)
  const counted = {
    ...{ element: name, term, date, from, lastDay: due.lastDay, suspends },
    ...(urgent && { urgent }),
    ...(through && { through }),
    ...(extension && { extension }),
  }
  const stands = suspends && of.suspendedOn !== null
  return (
    canonical(counted) === canonical(input) &&
    due.runAt === runAt &&
    (state === 'failed' || (state === 'paused') === stands)
  )
}

/** Halved with the term to resolve, or opened since the case is urgent; of what opened at that very instant its own word is taken. */
function isHalved({ key, input, createdAt }: DatedTimer, { unhurried }: Drawn, { turns }: Dated): boolean {
  const urgency = urgencyOf(turns)
  if (!urgency || !input.term || unhurried) return false
  const { since, keys } = urgency
  return keys.includes(key) || createdAt > since || (createdAt === since && input.urgent === true)
}

/** From where the terms of the opening count: its entry keeps the effect that it was given (art. 31.2). */
const openingOf = ({ openedAt, countsFrom }: Dated, { timeZone }: Calendar): string =>
  localDate(new Date(openedAt), timeZone) === countsFrom ? openedAt : startsOn(countsFrom, timeZone)

const elementOf = (key: string): string => key.split(':')[0]!
const turnOf = (key: string): number => Number(key.split(':')[1])

/** The first last day of the timers that watch a task; one that went off and left it open watched it, too. */
function lastDaysOf(
  task: Dated['tasks'][number],
  { timers, fired, workflow }: Dated,
  { graphs, calendar }: Law
): (string | null)[] {
  const boundaries = [...graphs.values()].flatMap(({ nodes }) => nodes[elementOf(task.key)]?.boundaries ?? [])
  const watching = timers
    .filter(({ key, name }) => workflow.tokens[key]?.host === task.key && hasLastDay(graphs, name) !== false)
    .flatMap(({ input }) => input.lastDay ?? [])
  // what watches a task came after it, also where one before had its end at the very instant
  const watched = fired.filter(
    ({ key }) => boundaries.includes(elementOf(key)) && turnOf(key) > turnOf(task.key)
  )
  // whether what an expression said was a moment without a last day, nobody knows any more
  return [[true], [true, null]].map((which) => {
    const days = watched.filter(({ key }) => which.includes(hasLastDay(graphs, elementOf(key))))
    return [...watching, ...days.map(({ at }) => lastDateBefore(at, calendar.timeZone))].sort()[0] ?? null
  })
}

/** Whether what watches a task gives it a last day: a moment doesn't, nor does the first of several dates; null where an expression says it. */
function hasLastDay(graphs: Law['graphs'], element: string): boolean | null {
  const told = [...graphs.values()].flatMap(({ nodes }) => {
    const drawn = nodes[element]?.data as Drawn | null | undefined
    if (!drawn?.due) return []
    if ('expression' in drawn.due) return [null]
    const { term, date } = drawn.due
    return [Boolean(term) || (!drawn.again && !date?.includes('T'))]
  })
  return told.includes(true) ? true : told.includes(null) ? null : false
}
