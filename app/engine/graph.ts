import type { Diagnostic } from '#core/diagnostic'
import type { Expression, TypeEnvironment } from '#engine/feel'
import type { Role } from '#engine/reading/roles'

/** A compiled process: plain JSON, immutable, cacheable; nodes and flows are found by their element id. */
export interface Graph {
  version: 1
  process: string
  /** The element id of the start event of the process itself (`null` scope). */
  start: string
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
  /** A short code of the author's, for reports and monitoring. */
  code: string | null
  data: Data
}

/** A sequence flow; only those that leave an exclusive gateway may have a condition. */
export interface Flow {
  id: string
  source: string
  target: string
  condition: Expression | null
}
