import type { Link } from '#expressions/evaluate/run'
import { kindOf, type FeelValue } from '#expressions/values/value'

/** In the order that a condition over two of them gives; those of which it says nothing stay as they are. */
export const sort: Link<'sort'> = ({ list, names, precedes, at }, link) => {
  const [source, condition] = [link(list), link(precedes)]
  return (frame, session) => {
    const found = source(frame, session)
    if (found === null)
      return session.nothing('ARGUMENTS_DO_NOT_FIT', at, { name: 'sort', given: kindOf(found) })
    const first = (a: FeelValue, b: FeelValue) =>
      condition(
        frame.inside(
          new Map([
            [names[0], a],
            [names[1], b],
          ])
        ),
        session
      ) === true
    const items = Array.isArray(found) ? found : [found]
    return items.toSorted((a, b) => (first(a, b) ? -1 : first(b, a) ? 1 : 0))
  }
}
