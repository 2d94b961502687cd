import type { Findings, Rule, TypeFrame } from '#expressions/check/frame'
import { arithmeticType } from '#expressions/check/arithmetic'
import type { Node, Test } from '#expressions/tree'
import type { FeelType } from '#expressions/types'
import { either, fits, typeText } from '#expressions/type_fit'

const arithmetic: Rule<'arithmetic'> = ({ operator, left, right, at }, frame, findings) =>
  arithmeticType(operator, findings.infer(left, frame), findings.infer(right, frame), at, findings)

const negate: Rule<'negate'> = ({ value, at }, frame, findings) => {
  const type = findings.infer(value, frame)
  const possible = ['number', 'days and time duration', 'years and months duration'] as const
  if (possible.some((one) => fits(type, one))) return type
  return findings.mismatch('NOT_COMPUTABLE', at, { operator: '-', left: 'null', right: typeText(type) })
}

const alike = (one: FeelType, other: FeelType) => fits(one, other) || fits(other, one)

function comparable(left: FeelType, right: FeelType, at: number, findings: Findings): FeelType {
  if (!alike(left, right))
    findings.mismatch('NOT_COMPARABLE', at, { left: typeText(left), right: typeText(right) })
  return 'boolean'
}

function ordered(left: FeelType, right: FeelType, at: number, findings: Findings): FeelType {
  const without = [left, right].find((type) => type === 'boolean' || typeof type === 'object')
  if (without) findings.mismatch('NO_ORDER', at, { type: typeText(without) })
  return comparable(left, right, at, findings)
}

const comparison: Rule<'comparison'> = ({ operator, left, right, at }, frame, findings) => {
  const judge = operator === '=' || operator === '!=' ? comparable : ordered
  return judge(findings.infer(left, frame), findings.infer(right, frame), at, findings)
}

const between: Rule<'between'> = ({ value, low, high, at }, frame, findings) => {
  const type = findings.infer(value, frame)
  ordered(type, findings.infer(low, frame), at, findings)
  return ordered(type, findings.infer(high, frame), at, findings)
}

function condition(node: Node, frame: TypeFrame, findings: Findings): void {
  const type = findings.infer(node, frame)
  if (!fits(type, 'boolean')) findings.mismatch('NOT_A_CONDITION', node.at, { type: typeText(type) })
}

const logical: Rule<'and' | 'or'> = ({ left, right }, frame, findings) => {
  condition(left, frame, findings)
  condition(right, frame, findings)
  return 'boolean'
}

const choice: Rule<'if'> = ({ condition: test, yes, no }, frame, findings) => {
  condition(test, frame, findings)
  return either(findings.infer(yes, frame), findings.infer(no, frame))
}

/** A test may be a value like the input, a range or a list of such, or, with `?`, a condition. */
function test({ test: node, usesInput }: Test, input: FeelType, frame: TypeFrame, findings: Findings): void {
  const inner = frame.inside({ '?': input })
  if (usesInput) return condition(node, inner, findings)
  const type = findings.infer(node, inner)
  if (node.op === 'test') return
  const wanted =
    typeof type === 'object' && !alike(type, input)
      ? 'list' in type
        ? type.list
        : 'range' in type
          ? type.range
          : type
      : type
  const element = typeof wanted === 'object' && 'range' in wanted ? wanted.range : wanted
  comparable(input, element, node.at, findings)
}

const membership: Rule<'in'> = ({ value, tests }, frame, findings) => {
  const input = findings.infer(value, frame)
  for (const one of tests) test(one, input, frame, findings)
  return 'boolean'
}

const unaryTests: Rule<'tests'> = ({ tests, at }, frame, findings) => {
  const input = tests.length ? frame.typeOf('?', at, findings) : 'any'
  for (const one of tests) test(one, input, frame, findings)
  return 'boolean'
}

const single: Rule<'test'> = ({ value, at }, frame, findings) =>
  comparable(frame.typeOf('?', at, findings), findings.infer(value, frame), at, findings)

export const operatorRules = {
  and: logical,
  arithmetic,
  between,
  comparison,
  if: choice,
  in: membership,
  negate,
  or: logical,
  test: single,
  tests: unaryTests,
}
