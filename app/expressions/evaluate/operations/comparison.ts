import type { Link } from '#expressions/evaluate/run'
import type { Session } from '#expressions/evaluate/session'
import type { ComparisonOperator } from '#expressions/tree'
import { equals } from '#expressions/values/equality'
import { compare } from '#expressions/values/order'
import { type FeelValue, kindOf } from '#expressions/values/value'

const ORDERS: Record<Exclude<ComparisonOperator, '=' | '!='>, (order: number) => boolean> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
}

export function compared(
  operator: ComparisonOperator,
  a: FeelValue,
  b: FeelValue,
  session: Session,
  at: number
): boolean | null {
  session.weigh(a)
  if (operator === '=' || operator === '!=') {
    const equal = equals(a, b)
    return equal === null ? unlike(a, b, session, at) : equal === (operator === '=')
  }
  const order = compare(a, b)
  return order === null ? unlike(a, b, session, at) : ORDERS[operator](order)
}

export const comparison: Link<'comparison'> = ({ operator, left, right, at }, link) => {
  const [one, other] = [link(left), link(right)]
  return (frame, session) => compared(operator, one(frame, session), other(frame, session), session, at)
}

export const between: Link<'between'> = ({ value, low, high, at }, link) => {
  const [run, from, to] = [link(value), link(low), link(high)]
  return (frame, session) => {
    const found = run(frame, session)
    const notBelow = compared('>=', found, from(frame, session), session, at)
    if (notBelow === false) return false
    const notAbove = compared('<=', found, to(frame, session), session, at)
    return notAbove === false ? false : notBelow && notAbove
  }
}

const unlike = (a: FeelValue, b: FeelValue, session: Session, at: number): null =>
  session.nothing('NOT_COMPARABLE', at, { left: kindOf(a), right: kindOf(b) })
