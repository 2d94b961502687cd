import type { Diagnostic } from '#core/diagnostic'
import type { Term } from '#deadlines/index'
import type { Expression, TypeEnvironment } from '#engine/feel'
import type { Due } from '#engine/protocol'
import type { Role } from '#engine/reading/roles'

/** A compiled process: plain JSON, immutable, cacheable; nodes and flows are found by their element id. */
export interface Graph {
  version: 1
  process: string
  /** The start event that a filing begins at: the plain one of the process, or else its first. */
  start: string
  /** Every start event of the process itself, and what it begins by. */
  starts: Beginning[]
  /** The start events of the event subprocesses of each scope, by its element id; '' for the process. */
  events: Record<string, string[]>
  nodes: Record<string, Node>
  flows: Record<string, Flow>
  /** What the variables hold, so that "12.50" is read as a number and "2026-01-31" as a date. */
  variables: TypeEnvironment
  /** What the author should look at, though it can be published. */
  warnings: Diagnostic[]
}

/** One element that tokens can stand on. `data` is what its kind read from the drawing. */
export interface Node<Data = unknown> {
  id: string
  /** The file in `elements/` that knows how it behaves, by its `name`. */
  kind: string
  /** The embedded subprocess around it, or null at the top. */
  scope: string | null
  incoming: string[]
  outgoing: string[]
  /** The boundary events that sit on it. */
  boundaries: string[]
  role: Role | null
  phase: string | null
  /** What it is called in the drawing. */
  name: string | null
  /** A short code of the author's, for reports and monitoring. */
  code: string | null
  /** How it is repeated, if it is. */
  loop?: LoopPlan
  /** The handler that undoes it, by its compensation boundary event. */
  undoneBy?: string
  data: Data
}

/** What a case can begin by, other than a filing: a message, a signal, a date or term. */
export type Beginning = { element: string } & (
  | { by: 'filing' }
  | { by: 'message'; message: string }
  | { by: 'signal'; signal: string }
  | ({ by: 'timer' } & Occurrences)
)

/** When a timer is due: known beforehand, or by an expression when it starts; and whether it comes back. */
export interface Occurrences {
  due: Due | { expression: Expression }
  /** The term from one occurrence to the next, and how many come after the first; null: without end. */
  again: { every: Term; times: number | null } | null
}

/** Once for each item of a collection, side by side or one after the other; or again while a condition holds. */
export type LoopPlan =
  | {
      over: 'items'
      sequential: boolean
      collection: Expression
      /** The name of the item in the variables of its repetition. */
      item: string | null
      /** Where the results go, and what each gives. */
      collect: { name: string; each: Expression } | null
      /** With it true, the repetitions that are left are given up. */
      until: Expression | null
    }
  /** `most`: how often at most, where the drawing says so. */
  | { over: 'condition'; condition: Expression; testBefore: boolean; most: number | null }

/** A sequence flow; only those that leave an exclusive or inclusive gateway may have a condition. */
export interface Flow {
  id: string
  source: string
  target: string
  condition: Expression | null
}
