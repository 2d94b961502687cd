import { type Diagnostic, problem } from '#core/diagnostic'
import type { FeelType, TypeEnvironment } from '#expressions/types'

/** What one check gathers: the free names, and what is wrong and where. */
export class Findings {
  readonly free = new Set<string>()
  readonly problems: Diagnostic[] = []

  /** `strict` without it, nothing is known of the names, and types are not judged. */
  constructor(
    readonly strict: boolean,
    private readonly place: (at: number) => Partial<Diagnostic>
  ) {}

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
    return findings.mismatch('NAME_UNKNOWN', at, { name })
  }
}
