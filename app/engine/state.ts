import type { Json } from '#core/json'

/** Where one case stands: small, plain JSON, readable by a person. */
export interface State {
  version: 1
  /** How many element instances there have been; the next key takes the next number. */
  sequence: number
  status: 'running' | 'ended'
  outcome: string | null
  /** The error by which it ended, for a case that had called it. */
  error?: string
  phase: string | null
  tokens: Record<string, Token>
  /** Tokens that wait before a join, counted per incoming flow. Inside a subprocess: `<its key>/<join>`. */
  joins: Record<string, Record<string, number>>
  variables: Record<string, Json>
  /** What was done and can be undone, oldest first; left out while there is nothing. */
  compensations?: Undoing[]
}

/**
 * What a token waits for. `inside`: the subprocess it stands for; `many`: its repetitions; `choice`: what a
 * person begins in it; `undoing`: the compensations it ordered; `first`: the first event of a gateway.
 * The last four are incidents of the engine's own: `entry` not yet entered, `again` to be evaluated
 * again, `leaving` a repetition whose part of the collection has no value yet, `join` for branches that will
 * never come.
 */
export type Waits =
  | 'task'
  | 'activity'
  | 'call'
  | 'timer'
  | 'message'
  | 'signal'
  | 'condition'
  | 'inside'
  | 'many'
  | 'choice'
  | 'undoing'
  | 'first'
  | 'entry'
  | 'again'
  | 'leaving'
  | 'join'

export interface Token {
  element: string
  waits: Waits
  /** The key of the subprocess, or of the repeated element, it runs in. */
  scope?: string
  /** The key of the token this event watches: the activity of a boundary event, the gateway of a race. */
  host?: string
  /** The flow it came in by, kept while it waits to be entered or evaluated again. */
  flow?: string
  message?: string
  correlation?: string
  signal?: string
  /** It may begin an event subprocess of the scope it stands in, and keeps nothing open by itself. */
  starter?: true
  /** It has ended what else ran in its scope. */
  interrupted?: true
  /** How often a timer still comes back; left out when it comes once or for ever. */
  left?: number
  /** Whether the condition it waits for held when it was last looked at. */
  held?: true
  /** The variables of its own: those of one repetition. */
  locals?: Record<string, Json>
  loop?: Loop
  /** How often a person has begun something in it. */
  begun?: number
  /** The handlers still to be carried out, last one first to go. */
  undo?: Undo[]
  /** What has come for it, kept while an output can't be worked out of it. */
  brought?: Json
  /** The code of an open incident. */
  incident?: IncidentCode
}

/** How far the repetitions of an element have come. */
export interface Loop {
  /** What it is repeated for; null for a loop that goes on while a condition holds. */
  items: Json[] | null
  begun: number
  done: number
  /** What each repetition gave, in the order of the items. */
  collected?: Json[]
}

/** A compensation handler to be carried out, with the variables of the repetition it undoes. */
export interface Undo {
  element: string
  locals?: Record<string, Json>
}

/** An activity that was completed in a scope; `inner` are those of a subprocess that was completed. */
export interface Undoing {
  element: string
  scope?: string
  locals?: Record<string, Json>
  inner?: Undoing[]
}

/** Its text is `cases.incidents.<code>`; `detail` of the command says which. */
export type IncidentCode =
  | 'activity_failed'
  | 'call_failed'
  | 'collection_unusable'
  | 'condition_not_boolean'
  | 'correlation_not_text'
  | 'decision_unusable'
  | 'error_uncaught'
  | 'expression_failed'
  | 'join_incomplete'
  | 'no_flow_matches'
  | 'timer_unusable'
  | 'too_many_entries'
