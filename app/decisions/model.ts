/** A decision model as plain data: what `decisions/*.json` holds, and what a DMN file is read into. */
export interface DecisionModel {
  name: string
  namespace?: string
  description?: string
  types?: TypeDefinition[]
  inputs?: InputData[]
  decisions: Decision[]
  knowledge?: Knowledge[]
  services?: DecisionService[]
  diagram?: Diagram
}

/** A type of one's own. `type` names another; `allowed` are unary tests over it; `collection`: a list of such. */
export interface TypeDefinition {
  name: string
  type?: string
  allowed?: string
  collection?: boolean
  components?: TypeDefinition[]
}

interface Element {
  id: string
  /** The one that expressions use. */
  name: string
  /** What people call it, where that is not its name. */
  label?: string
  type?: string
  description?: string
}

export type InputData = Element

/** What is decided. `requires`: the ids of the inputs, decisions, knowledge and services it is made from. */
export interface Decision extends Element {
  question?: string
  answers?: string
  requires?: string[]
  logic?: Logic
}

/** A business knowledge model: logic over parameters, called by its name. */
export interface Knowledge extends Element {
  requires?: string[]
  parameters: Parameter[]
  logic?: Logic
}

export interface DecisionService extends Element {
  outputs: string[]
  encapsulated?: string[]
  inputDecisions?: string[]
  inputs?: string[]
}

export interface Parameter {
  name: string
  type?: string
}

/** How something is decided: one of the boxed expressions of DMN. */
export type Logic = { type?: string } & (
  | { literal: string }
  | { table: Table }
  | { context: ContextEntry[] }
  | { invoke: string; with: Binding[] }
  | { parameters: Parameter[]; body: Logic }
  | { list: Logic[] }
  | { columns: Parameter[]; rows: Logic[][] }
  | { if: Logic; then: Logic; else: Logic }
  | { filter: Logic; match: Logic }
  | { for: string; in: Logic; return: Logic }
  | { some: string; in: Logic; satisfies: Logic }
  | { every: string; in: Logic; satisfies: Logic }
)

/** An entry without a name is what the context comes to; otherwise it comes to its entries. */
export interface ContextEntry {
  name?: string
  type?: string
  value: Logic
}

export interface Binding {
  name: string
  value: Logic
}

/** DMN's letters; with a sign a collecting table sums, takes the least or the most, or counts. */
export type HitPolicy = 'U' | 'A' | 'P' | 'F' | 'R' | 'O' | 'C' | 'C+' | 'C<' | 'C>' | 'C#'

export interface Table {
  hit: HitPolicy
  inputs: TableInput[]
  outputs: TableOutput[]
  /** The titles of the columns of annotations. */
  annotations?: string[]
  rules: Rule[]
}

export interface TableInput {
  expression: string
  label?: string
  type?: string
  /** Unary tests that every value passes. */
  values?: string
}

export interface TableOutput {
  name?: string
  label?: string
  type?: string
  /** The values it may have, the first the highest for `P` and `O`. */
  values?: string
  default?: string
}

/** `when`: a unary test an input, `-` for any value; `then`: an expression an output. */
export interface Rule {
  id: string
  when: string[]
  then: string[]
  annotations?: string[]
  description?: string
}

/** Where things stand in the drawing, by the ids of what they show. */
export interface Diagram {
  shapes: { of: string; x: number; y: number; width: number; height: number }[]
  edges: { from: string; to: string; points: [number, number][] }[]
}
