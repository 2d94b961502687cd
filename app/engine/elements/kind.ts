import type { Plan } from '#engine/checks/plan'
import type { Node } from '#engine/graph'
import type { Reader } from '#engine/reading/reader'
import type { Step } from '#engine/runtime/step'
import type { Json } from '#core/json'

/** A token that comes to a node, with the key it will have there. */
export interface Arrival {
  key: string
  scope?: string
  host?: string
  flow?: string
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
  /** A boundary event that nothing has to wait for: it is looked up when something is thrown. */
  passive?: boolean
  compile(reader: Reader): Data
  /** What must hold between it and the elements around it. */
  check?(plan: Plan, node: Node<Data>): void
  /** Whether a token that came by a flow enters now; without it, each does. */
  gather?(step: Step, node: Node<Data>, arrival: Omit<Arrival, 'key'>): boolean
  enter(step: Step, node: Node<Data>, arrival: Arrival): void
  /** Orders what a waiting token stands for, once more after an incident. */
  issue?(step: Step, node: Node<Data>, key: string): void
  /** What its token waited for has come. */
  resume?(step: Step, node: Node<Data>, arrival: Arrival, result: Json): void
}

/** The registry holds kinds of every `Data`; each sees only nodes that it has read itself. */
export type AnyKind = Kind<any>
