import type { Diagnostic } from '#core/diagnostic'
import type { HitPolicy } from '#decisions/model'
import type { Expression, FeelType } from '#expressions/index'

/** What a value must be: its FEEL type, and the tests that its item definitions ask of it and of what is in it. */
export interface Shape {
  type: FeelType
  allowed?: Expression
  items?: Shape
  entries?: Record<string, Shape>
}

export interface CompiledParameter {
  name: string
  shape: Shape
}

/** What a foreign model says and isn't read, by the code of why: it comes to null, and is a fault, once it is asked for. */
export interface Unread {
  unread: string
}

export type Leaf = Expression | Unread

export const isUnread = (leaf: Leaf): leaf is Unread => 'unread' in leaf

export type CompiledLogic =
  | { kind: 'literal'; leaf: Leaf }
  | CompiledTable
  | { kind: 'context'; entries: { name: string | null; shape: Shape; value: CompiledLogic }[] }
  | { kind: 'invoke'; function: string; args: { name: string; value: CompiledLogic }[] }
  | { kind: 'function'; parameters: CompiledParameter[]; body: CompiledLogic }
  | { kind: 'list'; items: CompiledLogic[] }
  | { kind: 'relation'; columns: CompiledParameter[]; rows: CompiledLogic[][] }
  | { kind: 'if'; condition: CompiledLogic; yes: CompiledLogic; no: CompiledLogic }
  | { kind: 'filter'; of: CompiledLogic; match: CompiledLogic }
  | { kind: 'loop'; op: 'for' | 'some' | 'every'; name: string; of: CompiledLogic; body: CompiledLogic }

export interface CompiledTable {
  kind: 'table'
  hit: HitPolicy
  inputs: CompiledInput[]
  outputs: CompiledOutput[]
  rules: CompiledRule[]
}

export interface CompiledInput {
  label: string
  /** What it compares, in FEEL. */
  value: Leaf
  shape: Shape
  allowed: Expression | null
}

export interface CompiledOutput {
  name: string
  shape: Shape
  /** The list of its values, the first the highest; null where none are given. */
  order: Expression | null
  /** Without it, nothing comes of a table where no rule matches. */
  otherwise: Expression | null
}

/** A test that is null takes any value; one that isn't read takes none. */
export interface CompiledRule {
  id: string
  when: (Leaf | null)[]
  then: Leaf[]
}

export interface CompiledInputData {
  id: string
  name: string
  shape: Shape
}

export interface CompiledDecision {
  id: string
  name: string
  label?: string
  shape: Shape
  /** The ids of the inputs and decisions whose values it reads. */
  reads: string[]
  /** The ids of the knowledge and services it calls. */
  calls: string[]
  logic: CompiledLogic | null
}

export interface CompiledKnowledge {
  id: string
  name: string
  label?: string
  shape: Shape
  parameters: CompiledParameter[]
  calls: string[]
  logic: CompiledLogic | null
}

export interface CompiledService {
  id: string
  name: string
  label?: string
  shape: Shape
  outputs: string[]
  /** The ids of the inputs and decisions that whoever calls it gives, in order. */
  given: string[]
}

/** A decision model ready to decide: plain JSON, immutable. */
export interface CompiledDecisions {
  version: 1
  name: string
  inputs: CompiledInputData[]
  decisions: CompiledDecision[]
  knowledge: CompiledKnowledge[]
  services: CompiledService[]
  /** What the author should look at, though it can be published. */
  warnings: Diagnostic[]
}
