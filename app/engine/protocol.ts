import type { Json } from '#core/json'
import type { Term } from '#deadlines/index'
import type { Role } from '#engine/reading/roles'
import type { IncidentCode, State } from '#engine/state'

/** What happened, at an ISO instant. `timeZone` (IANA) is the town's, for `today()` in expressions. */
export type Event = { at: string; timeZone?: string } &
  /** `element`: the start event, where it isn't the plain one. */
  (
    | { type: 'start'; variables: Record<string, Json>; element?: string }
    | { type: 'done'; key: string; result: Json }
    | { type: 'trigger'; key: string }
    /** With the `key` of a subscription it reaches that one only; without, the oldest that matches. */
    | { type: 'message'; name: string; correlation?: string; key?: string; payload: Json }
    /** With the `key` of a listener it reaches that one only; without, all that listen. */
    | { type: 'signal'; name: string; key?: string; payload: Json }
    /** A business error that the activity or the task reports, for an error event to catch. */
    | { type: 'error'; key: string; code: string }
    /** Something that those above should know, though the task goes on unless the event that takes it ends it. */
    | { type: 'escalation'; key: string; code: string }
    /**
     * A person begins an element of an ad-hoc subprocess; `done` with its key closes it. With `begun`, only where so much
     * had been begun in it until then: a choice that comes twice is one.
     */
    | { type: 'choose'; key: string; element: string; begun?: number }
    /** Variables were corrected or have become known: conditions that are waited for are looked at again. */
    | { type: 'variables'; variables: Record<string, Json> }
    /** An administrator takes tokens away and sets others; see `modificationFaults`. */
    | ({ type: 'modify' } & Modification)
    /** A technical failure, once the retries are used up. */
    | { type: 'fail'; key: string; reason: string }
    /** An incident has been mended; `variables` corrects what it stumbled on. */
    | { type: 'retry'; key: string; variables?: Record<string, Json> }
  )

/** Tokens to be taken away by their keys, elements to be entered; `scope` is needed where a subprocess is open more than once. */
export interface Modification {
  cancel: string[]
  activate: { element: string; scope?: string }[]
  variables?: Record<string, Json>
}

export type EventOf<Type extends Event['type']> = Extract<Event, { type: Type }>

/** What must be done now. `key` names the element instance: the idempotency key of whatever it causes. */
export type Command =
  | { type: 'task'; key: string; element: string; form: string; role: Role; variables?: Record<string, Json> }
  | {
      type: 'activity'
      key: string
      element: string
      activity: string
      input: Record<string, Json>
      retries: number
    }
  /** `follows`: once more, right after the one before. `unhurried`: urgency does not halve it. */
  | ({
      type: 'timer'
      key: string
      element: string
      suspends: boolean
      unhurried?: true
      follows?: true
    } & Due)
  | { type: 'subscribe'; key: string; element: string; message: string; correlation?: string }
  | { type: 'listen'; key: string; element: string; signal: string }
  /** For the other cases of the town; the listeners of this one have had it. */
  | { type: 'signal'; key: string; element: string; signal: string; payload: Json }
  /** For whichever case of the town waits for it. */
  | { type: 'send'; key: string; element: string; message: string; correlation?: string; payload: Json }
  /** Another procedure, by its slug, is carried as a case of its own; it answers with `done` or `error`, and may escalate before. */
  | { type: 'call'; key: string; element: string; process: string; variables: Record<string, Json> }
  /** These elements may be begun by persons with the role of each, until it is cancelled or done. */
  | { type: 'offer'; key: string; element: string; choices: string[] }
  | { type: 'cancel'; key: string }
  | { type: 'phase'; phase: string }
  /** `because`: what was seen by what could not be told, or held for no way out. */
  | {
      type: 'incident'
      key: string
      element: string
      code: IncidentCode
      detail: string
      because?: Record<string, Json>
    }
  /** Nobody in this case hears it: it is for the one that called it. */
  | { type: 'escalation'; key: string; element: string; code: string }
  | { type: 'end'; outcome: string | null; error?: string }
  /**
   * `because`: what the conditions saw that decided for the flow, or for leaving where no flow leads on. `again`: a loop
   * goes round once more.
   */
  | {
      type: 'trace'
      element: string
      kind: 'enter' | 'leave' | 'take' | 'again'
      flow?: string
      because?: Record<string, Json>
    }

/**
 * When a timer is due: a term to be counted by the calendar, or a date or instant as ISO text; `through`, where that date
 * is the last day of a term, once it is over.
 */
export type Due =
  { term: Term; date?: undefined; through?: undefined } | { date: string; term?: undefined; through?: true }

/** What one step gives: the next state, and the commands in the order they arose. */
export interface Advance {
  state: State
  commands: Command[]
}
