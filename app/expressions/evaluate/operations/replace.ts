import type { Link } from '#expressions/evaluate/run'
import { kindOf, type FeelValue } from '#expressions/values/value'

/** Each item for which a condition over it and the new one holds becomes the new one; null where it says neither. */
export const replace: Link<'replace'> = ({ list, names, match, item, at }, link) => {
  const [source, condition, replacement] = [link(list), link(match), link(item)]
  return (frame, session) => {
    const [found, other] = [source(frame, session), replacement(frame, session)]
    if (found === null)
      return session.nothing('ARGUMENTS_DO_NOT_FIT', at, { name: 'list replace', given: kindOf(found) })
    const result: FeelValue[] = []
    for (const one of Array.isArray(found) ? found : [found]) {
      const answer = condition(
        frame.inside(
          new Map([
            [names[0], one],
            [names[1], other],
          ])
        ),
        session
      )
      if (typeof answer !== 'boolean') return session.nothing('NOT_A_CONDITION', match.at)
      result.push(answer ? other : one)
    }
    return result
  }
}
