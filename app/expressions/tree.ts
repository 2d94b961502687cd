import type { FeelType } from '#expressions/types'

/** A compiled expression: plain JSON. `at` is the offset in the source, for whoever has to explain. */
export type Node = { at: number } & (
  | { op: 'literal'; value: null | boolean | string }
  | { op: 'number'; value: string }
  | { op: 'temporal'; value: string }
  | { op: 'name'; name: string }
  | { op: 'path'; of: Node; name: string }
  | { op: 'filter'; of: Node; by: Node }
  | { op: 'negate'; value: Node }
  | { op: 'arithmetic'; operator: ArithmeticOperator; left: Node; right: Node }
  | { op: 'comparison'; operator: ComparisonOperator; left: Node; right: Node }
  | { op: 'between'; value: Node; low: Node; high: Node }
  | { op: 'in'; value: Node; tests: Test[] }
  | { op: 'and' | 'or'; left: Node; right: Node }
  | { op: 'if'; condition: Node; yes: Node; no: Node }
  | { op: 'for' | 'some' | 'every'; bindings: Binding[]; body: Node }
  | { op: 'instance'; value: Node; type: FeelType }
  /** `labels`: the names of parameters that it was written with. */
  | { op: 'call'; name: string; args: Node[]; labels?: string[] }
  | { op: 'apply'; name: string; args: Node[] }
  | { op: 'sort'; list: Node; names: [string, string]; precedes: Node }
  | { op: 'replace'; list: Node; names: [string, string]; match: Node; item: Node }
  | { op: 'list'; items: Node[] }
  | { op: 'context'; entries: { name: string; value: Node }[] }
  | { op: 'range'; low: Node | null; high: Node | null; lowClosed: boolean; highClosed: boolean }
  | { op: 'test'; operator: '=' | '!='; value: Node }
  | { op: 'tests'; tests: Test[]; negated: boolean }
)

export type Op = Node['op']
export type NodeOf<O extends Op> = Holding<Node, O>
type Holding<N, O> = N extends { op: infer P } ? ([O] extends [P] ? N : never) : never

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '**'
export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>='

/** `x in a` walks a list or a range; `x in a..b` has both ends. */
export interface Binding {
  name: string
  from: Node
  to: Node | null
}

/** One alternative of `in (...)` or of a decision-table cell; with `?` in it, its truth is the answer. */
export interface Test {
  test: Node
  usesInput: boolean
}

/** What is cached and sent to browsers. `variables` are the free names, in order of appearance. */
export interface Expression {
  source: string
  tree: Node
  variables: string[]
}
