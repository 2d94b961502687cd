import type { Json } from '#core/json'
import type { Calendar, Pause, Term } from '#deadlines/index'
import type { Command, State } from '#engine/index'
import type { ReminderOf } from '#catalogue/domain/reminders'
import type { SentMessage } from '#catalogue/domain/simulate/between'
import type { OpenTimer } from '#catalogue/domain/simulate/open_timer'
import type { Deeds, MoneyMove, Moment, Shown } from '#catalogue/domain/simulate/result'
import type { Spent } from '#catalogue/domain/simulate/spent'
import type { Reply, Scenario } from '#catalogue/domain/scenario'
import type { CompiledProcedure } from '#catalogue/domain/types'

export type OpenTask = Extract<Command, { type: 'task' }>
export type OpenActivity = Extract<Command, { type: 'activity' }>

/** An order to pay: what is asked for, and what was decided to be given back of it, in cents. */
export interface SimulatedOrder {
  id: string
  total: string
  expiresAt: string
  lastDay: string
  open: boolean
  paid: boolean
  back: number
}

/** A step of a scenario that could not be done, by the code of its text and its place. */
export interface Obstacle {
  code: string
  pointer: string
  params: Record<string, string | number>
}

/**
 * A town hall in memory: the case, the clock that only steps move, and what the offices have done.
 * One world per simulation; nothing of it outlives the call.
 */
export interface World {
  readonly procedure: CompiledProcedure
  /** Those that it may call, by their slugs. */
  readonly procedures: Record<string, CompiledProcedure>
  readonly calendar: Calendar
  readonly applicant: Scenario['applicant']
  /** What others will answer when they are asked, in order; the last of them for good. */
  replies: Reply[]
  now: string
  state: State | null
  tasks: Map<string, OpenTask>
  timers: Map<string, OpenTimer>
  /** When the terms that were counted end, by what they were counted from. */
  readonly counted: Map<string, string>
  /** Activities that are ordered and not yet carried out, in order. */
  pending: OpenActivity[]
  /** Cases of other procedures that this one called and waits for. */
  calls: Map<string, Extract<Command, { type: 'call' }>>
  /** Parts in which somebody chooses what to begin. */
  offers: Map<string, Extract<Command, { type: 'offer' }>>
  /** Messages sent that nobody waits for yet. */
  sent: SentMessage[]
  /** Messages and signals that went out to other cases, by their names. */
  thrown: string[]
  /** Open incidents: key -> element. */
  incidents: Map<string, string>
  /** How many more times an activity is to fail. */
  failures: Map<string, number>
  /** What an activity is to answer next, in place of what it would. */
  refusals: Map<string, string>
  timeline: Moment[]
  /** How much of what the offices did is in the timeline. */
  told: Partial<Record<keyof Deeds, number>>
  path: string[]
  phases: string[]
  flows: string[]
  commands: Command[]
  documents: string[]
  entries: ('incoming' | 'outgoing')[]
  notices: string[]
  /** The document by which what was asked for stands decided, until its letter is taken back. */
  decided: string | null
  /** Formal notifications: their id, and the template of what they carry. */
  notifications: { id: string; template: string; lastDay: string | null; open: boolean }[]
  payments: SimulatedOrder[]
  money: MoneyMove[]
  /** Of what somebody was reminded, in order; and which reminders those were. */
  reminders: ReminderOf[]
  reminded: Set<string>
  /** From when the term to resolve counts, and when it stood still. */
  countsFrom: string
  pauses: Pause[]
  /** What the term to resolve was extended by. */
  extension: Term | null
  /** It was declared urgent: terms are halved (Law 39/2015, art. 33). */
  urgent: boolean
  /** What had to be resolved has been, and notified. */
  termMet: boolean
  /** Documents that are being signed: their request and their template. */
  signatures: { id: string; template: string; open: boolean }[]
  /** How often it was decided to give money back. */
  refunds: number
  incidentCount: number
  silence: Json
  /** What showed of forms and what didn't, by what it is. */
  shown: Map<string, Shown>
  obstacles: Obstacle[]
  /** What all of it has come to, with the cases that it called. */
  readonly spent: Spent
  /** Years that terms went through, and whose closed days the calendar lacks. */
  unloaded: Set<string>
}
