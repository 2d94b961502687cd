import { type Diagnostic, problem } from '#core/diagnostic'
import { Findings, TypeFrame } from '#expressions/check/frame'
import { RULES } from '#expressions/check/rules'
import type { FunctionTypes } from '#expressions/functions'
import type { Node } from '#expressions/tree'
import type { FeelType, TypeEnvironment } from '#expressions/types'
import { fits, typeText } from '#expressions/type_fit'

export interface Checked {
  /** The free names, in order of appearance; the input `?` is not one. */
  variables: string[]
  problems: Diagnostic[]
}

interface Around {
  variables: TypeEnvironment | undefined
  functions: FunctionTypes
  expects: FeelType | undefined
}

/** Follows the types through a tree. Without `variables`, names and types are not judged. */
export function check(
  tree: Node,
  { variables: types, functions, expects }: Around,
  place: (at: number) => Partial<Diagnostic>
): Checked {
  const findings = new Findings(RULES, functions, types !== undefined, place)
  const names =
    tree.op === 'tests' && types && !Object.hasOwn(types, '?') ? { '?': 'any' as const, ...types } : types
  const type = findings.infer(tree, new TypeFrame(names ?? {}))
  const problems = [...findings.problems]
  if (expects && !fits(type, expects)) {
    const params = { expected: typeText(expects), found: typeText(type) }
    problems.push(problem('TYPE_NOT_EXPECTED', { ...place(tree.at), params }))
  }
  return { variables: [...findings.free].filter((name) => name !== '?'), problems }
}
