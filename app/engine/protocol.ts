import type { Json } from '#core/json'
import type { Term } from '#deadlines/index'
import type { Role } from '#engine/reading/roles'
import type { IncidentCode, State } from '#engine/state'

/** What happened, at an ISO instant. `timeZone` (IANA) is the town's, for `today()` in expressions. */
export type Event = { at: string; timeZone?: string } & (
  | { type: 'start'; variables: Record<string, Json> }
  | { type: 'done'; key: string; result: Json }
  | { type: 'trigger'; key: string }
  /** With the `key` of a subscription it reaches that one only; without, the oldest that matches. */
  | { type: 'message'; name: string; correlation?: string; key?: string; payload: Json }
  /** A business error that the activity or the task reports, for an error boundary event to catch. */
  | { type: 'error'; key: string; code: string }
  /** A technical failure, once the retries are used up. */
  | { type: 'fail'; key: string; reason: string }
  /** An incident has been mended; `variables` corrects what it stumbled on. */
  | { type: 'retry'; key: string; variables?: Record<string, Json> }
)

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
  | ({ type: 'timer'; key: string; element: string; suspends: boolean } & Due)
  | { type: 'subscribe'; key: string; element: string; message: string; correlation?: string }
  | { type: 'cancel'; key: string }
  | { type: 'phase'; phase: string }
  | { type: 'incident'; key: string; element: string; code: IncidentCode; detail: string }
  | { type: 'end'; outcome: string | null }
  | { type: 'trace'; element: string; kind: 'enter' | 'leave' | 'take'; flow?: string }

/** When a timer is due: a term to be counted by the calendar, or a date or instant as ISO text. */
export type Due = { term: Term; date?: undefined } | { date: string; term?: undefined }

/** What one step gives: the next state, and the commands in the order they arose. */
export interface Advance {
  state: State
  commands: Command[]
}
