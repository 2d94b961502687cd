import type { Plan } from '#engine/checks/plan'
import type { Node } from '#engine/graph'
import type { Known } from '#engine/reading/known'
import type { Reader } from '#engine/reading/reader'
import type { Thrown } from '#engine/runtime/hearer'
import type { Step } from '#engine/runtime/step'
import type { Json } from '#core/json'

/** A token that comes to a node, with the key it will have there. */
export interface Arrival {
  key: string
  scope?: string
  host?: string
  flow?: string
  /** It waits to begin an event subprocess of its scope. */
  starter?: true
  /** The condition it waits for is known to hold already. */
  held?: true
  /** The variables of its own, in a repetition. */
  locals?: Record<string, Json>
}

/**
 * How one BPMN element is read and how it behaves. One file each; `elements/index.ts` lists them.
 * `Data` is plain JSON: what the element adds to its node.
 */
export interface Kind<Data = unknown> {
  name: string
  /** The BPMN type it reads, with its event definition: `UserTask`, `BoundaryEvent:Timer`. */
  bpmn: string
  /** The properties it honours, beyond those of every element; any other one is refused by name. */
  reads: readonly string[]
  /** What may not come before it (`start`) or after it (`end`). */
  place?: 'start' | 'end'
  /** A boundary or start event that nothing has to wait for: it is looked up when something is thrown. */
  passive?: boolean
  /** No flow leads to it, and none from it. */
  detached?: boolean
  compile(reader: Reader): Data
  /** The codes of errors or escalations that can come out of it; null for any. Without it, none. */
  throws?(node: Node<Data>, what: Thrown, known: Known): readonly string[] | null
  /** What must hold between it and the elements around it. */
  check?(plan: Plan, node: Node<Data>): void
  /** Whether a token that came by a flow enters now; without it, each does. */
  gather?(step: Step, node: Node<Data>, arrival: Omit<Arrival, 'key'>): boolean
  /** Asked once nothing moves any more, of a join with what it has gathered and of an open choice: whether it let something go. */
  release?(step: Step, node: Node<Data>, where: Pick<Arrival, 'scope'> & { key?: string }): boolean
  enter(step: Step, node: Node<Data>, arrival: Arrival): void
  /** Orders what a waiting token stands for, once more after an incident. */
  issue?(step: Step, node: Node<Data>, key: string, where?: Pick<Arrival, 'scope' | 'locals'>): void
  /** What its token waited for has come. */
  resume?(step: Step, node: Node<Data>, arrival: Arrival, result: Json): void
}

/** The registry holds kinds of every `Data`; each sees only nodes that it has read itself. */
export type AnyKind = Kind<any>
