import type { Turn } from '#cases/domain/term_turns'
import type { Law, TimerInput } from '#cases/types'
import type { Calendar, Pause, Term } from '#deadlines/index'
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
  law: Law | null
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
export interface Drawn {
  due: Pick<Partial<TimerInput>, 'term' | 'date'> | { expression: unknown }
  again?: { every: Term } | null
  /** It comes once more, after the one before. */
  follows?: true
  suspends: boolean
  unhurried?: true
}

/** What its dates are counted by. */
export interface CountedBy {
  term: Term | null
  /** The version that it runs on, and the graph of any that it has run on. */
  digest: string
  graphs: ReadonlyMap<string, Graph>
  calendar: Calendar
}

export const elementOf = (key: string): string => key.split(':')[0]!
