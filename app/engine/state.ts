import type { Json } from '#core/json'

/** Where one case stands: small, plain JSON, readable by a person. */
export interface State {
  version: 1
  /** How many element instances there have been; the next key takes the next number. */
  sequence: number
  status: 'running' | 'ended'
  outcome: string | null
  phase: string | null
  tokens: Record<string, Token>
  /** Tokens that wait before a join, counted per incoming flow. Inside a subprocess: `<its key>/<join>`. */
  joins: Record<string, Record<string, number>>
  variables: Record<string, Json>
}

/**
 * What a token waits for. `inside`: the subprocess it stands for; `first`: the first event of a gateway.
 * The last three are incidents of the engine's own: `entry` not yet entered, `again` to be evaluated
 * again, `join` for branches that will never come.
 */
export type Waits =
  'task' | 'activity' | 'timer' | 'message' | 'inside' | 'first' | 'entry' | 'again' | 'join'

export interface Token {
  element: string
  waits: Waits
  /** The key of the embedded subprocess it runs in. */
  scope?: string
  /** The key of the token this event watches: the activity of a boundary event, the gateway of a race. */
  host?: string
  /** The flow it came in by, kept while it waits to be entered or evaluated again. */
  flow?: string
  message?: string
  correlation?: string
  /** The code of an open incident. */
  incident?: IncidentCode
}

/** Its text is `cases.incidents.<code>`; `detail` of the command says which. */
export type IncidentCode =
  | 'activity_failed'
  | 'condition_not_boolean'
  | 'correlation_not_text'
  | 'error_uncaught'
  | 'join_incomplete'
  | 'no_flow_matches'
  | 'timer_unusable'
  | 'too_many_entries'
