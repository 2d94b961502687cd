import type { Link } from '#expressions/evaluate/run'
import { RULES } from '#expressions/evaluate/operations/arithmetic_rules'
import { DaysDuration, MonthsDuration } from '#expressions/values/duration'
import { type Decimal, finite, isNumber, SERIES } from '#expressions/values/number'
import { orNull } from '#expressions/values/temporal'
import { type FeelValue, kindOf } from '#expressions/values/value'

export const arithmetic: Link<'arithmetic'> = ({ operator, left, right, at }, link) => {
  const [one, other] = [link(left), link(right)]
  return (frame, session) => {
    const [a, b] = [one(frame, session), other(frame, session)]
    const kinds = { operator, left: kindOf(a), right: kindOf(b) }
    const rule = RULES[operator]?.[`${kinds.left} ${operator} ${kinds.right}`]
    if (!rule) return session.nothing('NOT_COMPUTABLE', at, kinds)
    if (typeof a === 'string' && typeof b === 'string') session.allowText(a.length + b.length)
    session.weigh(a)
    if (operator === '**' && !isShort(b)) session.spend(SERIES)
    return orNull(() => rule(a, b)) ?? session.nothing('OUT_OF_RANGE', at, kinds)
  }
}

/** Powers of small whole numbers are products. */
const isShort = (exponent: FeelValue) =>
  isNumber(exponent) && (exponent as Decimal).isInteger() && (exponent as Decimal).abs().lte(64)

export const negate: Link<'negate'> = ({ value, at }, link) => {
  const run = link(value)
  return (frame, session) => {
    const found: FeelValue = run(frame, session)
    if (isNumber(found)) return finite((found as Decimal).neg())
    if (found instanceof DaysDuration) return new DaysDuration(found.seconds.neg().plus(0))
    if (found instanceof MonthsDuration) return new MonthsDuration(-found.months || 0)
    return session.nothing('NOT_COMPUTABLE', at, { operator: '-', left: 'null', right: kindOf(found) })
  }
}
