import { type Diagnostic, problem } from '#core/diagnostic'
import { BUILTINS } from '#expressions/builtins/index'
import type { FunctionTypes } from '#expressions/functions'
import type { Node, NodeOf, Op } from '#expressions/tree'
import type { FeelType, TypeEnvironment } from '#expressions/types'

/** How the type of what a node gives follows from those of the nodes within. */
export type Rule<O extends Op> = (node: NodeOf<O>, frame: TypeFrame, findings: Findings) => FeelType
export type Rules = { [O in Op]: Rule<O> }

/** What one check gathers: the free names, and what is wrong and where. */
export class Findings {
  readonly free = new Set<string>()
  readonly problems: Diagnostic[] = []

  constructor(
    private readonly rules: Rules,
    readonly functions: FunctionTypes,
    /** Otherwise nothing is known of the names, and types are not judged. */
    private readonly strict: boolean,
    private readonly place: (at: number) => Partial<Diagnostic>
  ) {}

  infer(node: Node, frame: TypeFrame): FeelType {
    return (this.rules[node.op] as (node: Node, frame: TypeFrame, findings: Findings) => FeelType)(
      node,
      frame,
      this
    )
  }

  mismatch(code: string, at: number, params: Diagnostic['params'] = {}): FeelType {
    if (this.strict) this.problems.push(problem(code, { ...this.place(at), params }))
    return 'any'
  }
}

/** The types of the names in reach. `open`: an item of unknown shape may bring names of its own. */
export class TypeFrame {
  constructor(
    private readonly names: TypeEnvironment,
    private readonly open = false,
    private readonly outer: TypeFrame | null = null
  ) {}

  inside(names: TypeEnvironment, open = false): TypeFrame {
    return new TypeFrame(names, open, this)
  }

  typeOf(name: string, at: number, findings: Findings): FeelType {
    if (Object.hasOwn(this.names, name)) {
      if (!this.outer) findings.free.add(name)
      return this.names[name] as FeelType
    }
    if (this.outer) {
      const before = findings.problems.length
      const found = this.outer.typeOf(name, at, findings)
      if (this.open) findings.problems.length = before
      return found
    }
    findings.free.add(name)
    if (BUILTINS.has(name)) return findings.mismatch('FUNCTION_AS_VALUE', at, { name })
    return name === '?'
      ? findings.mismatch('NOTHING_COMPARED', at, {})
      : findings.mismatch('NAME_UNKNOWN', at, { name })
  }
}
