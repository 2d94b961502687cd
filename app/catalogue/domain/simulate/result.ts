import type { Json } from '#core/json'
import type { Command, Event, State } from '#engine/index'
import type { ReminderOf } from '#catalogue/domain/reminders'
import type { Obstacle, SimulatedOrder } from '#catalogue/domain/simulate/world'

/** What moved money, or asked for it; the amount in euros, with two decimals. */
export interface MoneyMove {
  what: 'asked' | 'paid' | 'expired' | 'given_back'
  amount: string
}

/** Of a field or a page of a form that has a condition: whether it showed to somebody who answered. */
export interface Shown {
  form: string
  part: 'field' | 'page'
  name: string
  shown: boolean
}

/** What the offices have done, as lists that only grow. */
export interface Deeds {
  /** Template ids, in the order they came into the case. */
  documents: string[]
  entries: ('incoming' | 'outgoing')[]
  /** The templates of what was formally notified. */
  notified: string[]
  notices: string[]
  /** Messages and signals that went out to other cases. */
  thrown: string[]
  money: MoneyMove[]
}

/**
 * One instant at which the case moved: what happened, and all that followed from it at once. Its `event`s, replayed
 * in order by the engine over the same graph, give the same states.
 */
export interface Moment extends Deeds {
  /** By the virtual clock, as an ISO instant. */
  at: string
  /** What happened; a reminder moves nothing. */
  event: Event | { type: 'reminder'; at: string; of: ReminderOf }
  /** The element that had waited for it. */
  element: string | null
  /** What the engine asked for, its trace among it. */
  commands: Command[]
  /** Where the case stands after it. */
  state: State | null
  /** The timers that run after it, each with the instant it is due; null while it stands still. */
  terms: { element: string; dueAt: string | null }[]
  /** The variables that have another value since; null where they are gone. */
  changed: Record<string, Json>
}

/** All that a scenario leads to, with no database, clock or outside world: plain JSON, the same wherever it is played. */
export interface Simulation {
  /** What happened, in order, with where the case stood after it. */
  timeline: Moment[]
  /** Element ids entered, in order. */
  path: string[]
  phases: string[]
  /** The phase the case is left in. */
  phase: string | null
  outcome: string | null
  ended: boolean
  commands: Command[]
  /** Template ids, in the order they came into the case. */
  documents: string[]
  entries: ('incoming' | 'outgoing')[]
  /** How many formal notifications were put at somebody's disposal. */
  notifications: number
  notices: string[]
  /** What was asked for last, with two decimals; null where nothing was. */
  fee: string | null
  /** Each order to pay, in order: what it asks for, whether it waits or was paid, and the cents given back of it. */
  orders: Pick<SimulatedOrder, 'total' | 'open' | 'paid' | 'back'>[]
  /** What was given back of it, with two decimals; null where nothing was. */
  givenBack: string | null
  /** Of what somebody was reminded by mail, in order. */
  reminders: string[]
  incidents: number
  /** Ids of the sequence flows taken, each once. */
  flows: string[]
  /** What showed of the forms that were filled in, and what didn't, each once. */
  shown: Shown[]
  variables: Record<string, Json>
  /** Steps that could not be done as written. */
  obstacles: Obstacle[]
  /** Years that its terms went through, and whose closed days the calendar lacks: their ends are provisional. */
  unloaded: string[]
}
