import { position } from '#expressions/builtins/list_tools'
import type { Frame } from '#expressions/evaluate/frame'
import type { Link } from '#expressions/evaluate/run'
import { type Decimal, isNumber } from '#expressions/values/number'
import type { FeelValue } from '#expressions/values/value'

/** The item by that name, and the entries of an item that is a context by theirs. */
const itemFrame = (frame: Frame, item: FeelValue): Frame => {
  const named = frame.inside(new Map([['item', item]]))
  return item instanceof Map ? named.inside(item) : named
}

/** A number picks one item by its place, a condition keeps those for which it is true. */
export const filter: Link<'filter'> = ({ of, by, at }, link) => {
  const [source, keep] = [link(of), link(by)]
  return (frame, session) => {
    const found = source(frame, session)
    const list = Array.isArray(found) ? found : found === null ? [] : [found]
    const kept: FeelValue[] = []
    for (const item of list) {
      const answer = keep(itemFrame(frame, item), session)
      if (isNumber(answer)) {
        const index = position(list, answer as Decimal)
        return index === null
          ? session.nothing('PLACE_UNKNOWN', at, { place: answer.toFixed() })
          : (list[index] ?? null)
      }
      if (answer === true) kept.push(item)
    }
    if (list.length === 0 && by.op === 'number')
      return session.nothing('PLACE_UNKNOWN', at, { place: by.value })
    return kept
  }
}
