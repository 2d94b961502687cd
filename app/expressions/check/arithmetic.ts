import type { Findings } from '#expressions/check/frame'
import { RULES } from '#expressions/evaluate/operations/arithmetic_rules'
import type { ArithmeticOperator } from '#expressions/tree'
import type { FeelType } from '#expressions/types'
import { typeText } from '#expressions/type_fit'

const LENGTH = /duration$/

/** What two kinds make, for a pair that has a rule. */
function resultOf(operator: ArithmeticOperator, left: string, right: string): FeelType {
  if (left === right && operator !== '-' && operator !== '/') return left as FeelType
  if (operator === '-' && !LENGTH.test(right)) return left === 'number' ? 'number' : 'days and time duration'
  if (operator === '/' && left === right) return 'number'
  const [moment] = [left, right].filter((kind) => !LENGTH.test(kind) && kind !== 'number')
  return (moment ?? [left, right].find((kind) => LENGTH.test(kind))) as FeelType
}

/** Unknown on one side: what the rules allow it to be, when they all make the same. */
export function arithmeticType(
  operator: ArithmeticOperator,
  left: FeelType,
  right: FeelType,
  at: number,
  findings: Findings
): FeelType {
  const possible = Object.keys(RULES[operator])
    .map((key) => key.split(` ${operator} `) as [string, string])
    .filter(([one, other]) => may(left, one) && may(right, other))
    .map(([one, other]) => resultOf(operator, one, other))
  if (possible.length === 0)
    return findings.mismatch('NOT_COMPUTABLE', at, { operator, left: typeText(left), right: typeText(right) })
  return possible.every((type) => type === possible[0]) ? (possible[0] as FeelType) : 'any'
}

const may = (type: FeelType, kind: string) => type === 'any' || type === 'null' || type === kind
