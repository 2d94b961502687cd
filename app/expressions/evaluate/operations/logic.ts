import type { Link } from '#expressions/evaluate/run'
import type { FeelValue } from '#expressions/values/value'

/** Three-valued: what isn't a boolean is unknown, and the decisive value wins over it on either side. */
const logical =
  (decisive: boolean): Link<'and' | 'or'> =>
  ({ left, right, at }, link) => {
    const [one, other] = [link(left), link(right)]
    return (frame, session) => {
      const first = one(frame, session)
      if (first === decisive) return decisive
      const second = other(frame, session)
      if (second === decisive) return decisive
      if (typeof first === 'boolean' && typeof second === 'boolean') return !decisive
      return session.nothing('NOT_A_CONDITION', at)
    }
  }

export const and = logical(false)
export const or = logical(true)

/** A condition that isn't a boolean takes the other way, as the standard asks, and is warned about. */
export const choice: Link<'if'> = ({ condition, yes, no }, link) => {
  const [test, whenTrue, otherwise] = [link(condition), link(yes), link(no)]
  return (frame, session) => {
    const answer: FeelValue = test(frame, session)
    if (typeof answer !== 'boolean') session.nothing('NOT_A_CONDITION', condition.at)
    return answer === true ? whenTrue(frame, session) : otherwise(frame, session)
  }
}
