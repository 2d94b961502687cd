import { builtin } from '#expressions/builtins/signature'
import { equals } from '#expressions/values/equality'
import { compare } from '#expressions/values/order'
import { parseRange } from '#expressions/values/range_text'
import { FeelRange, type FeelValue } from '#expressions/values/value'

type Relation = (a: FeelRange, b: FeelRange) => boolean | null

/** A point is the range that holds it alone, which makes one rule of each pair of them. */
const asRange = (value: FeelValue): FeelRange =>
  value instanceof FeelRange ? value : new FeelRange(value, value, true, true)

const order = (a: FeelValue, b: FeelValue): number => compare(a, b) ?? Number.NaN
const starts = (a: FeelRange, b: FeelRange) => equals(a.low, b.low) === true && a.lowClosed === b.lowClosed
const ends = (a: FeelRange, b: FeelRange) => equals(a.high, b.high) === true && a.highClosed === b.highClosed

const before: Relation = (a, b) => {
  const gap = order(a.high, b.low)
  return gap < 0 || (gap === 0 && !(a.highClosed && b.lowClosed))
}
const startsNoLater: Relation = (a, b) => {
  const gap = order(a.low, b.low)
  return gap < 0 || (gap === 0 && (a.lowClosed || !b.lowClosed))
}
const endsNoEarlier: Relation = (a, b) => {
  const gap = order(a.high, b.high)
  return gap > 0 || (gap === 0 && (a.highClosed || !b.highClosed))
}
const includes: Relation = (a, b) => startsNoLater(a, b) && endsNoEarlier(a, b)
const overlaps: Relation = (a, b) => !before(a, b) && !before(b, a)
const overlapsBefore: Relation = (a, b) =>
  overlaps(a, b) && startsNoLater(a, b) && endsNoEarlier(b, a) && !starts(a, b)
const meets: Relation = (a, b) => a.highClosed && b.lowClosed && equals(a.high, b.low) === true
const startsIn: Relation = (a, b) => starts(a, b) && endsNoEarlier(b, a)
const finishes: Relation = (a, b) => ends(a, b) && startsNoLater(b, a)

/** The relation of the second to the first. */
const turned =
  (relation: Relation): Relation =>
  (a, b) =>
    relation(b, a)

/** What the two may be called, as the standard has it. */
const RANGES = ['range1', 'range2']
const INTO = [RANGES, ['point', 'range']]
const OUT_OF = [RANGES, ['range', 'point']]
const EITHER = [RANGES, ['point1', 'point2'], ['point', 'range'], ['range', 'point']]

/** Ends that can't be compared, or a range without one of them, have no relation to anything: null. */
const relation = (name: string, names: string[][], holds: Relation) =>
  names.map(([one, other]) =>
    builtin(`${name}(${one}: any, ${other}: any): boolean`, ([first, second]) => {
      const [a, b] = [asRange(first), asRange(second)]
      const comparable = [a.low, a.high, b.low, b.high].every((end) => compare(end, a.low) !== null)
      return comparable ? holds(a, b) : null
    })
  )

export const ranges = [
  builtin('range(from: string): range', ([text]) => parseRange(text)),
  ...relation('before', EITHER, before),
  ...relation('after', EITHER, turned(before)),
  ...relation('meets', [RANGES], meets),
  ...relation('met by', [RANGES], turned(meets)),
  ...relation('overlaps', [RANGES], overlaps),
  ...relation('overlaps before', [RANGES], overlapsBefore),
  ...relation('overlaps after', [RANGES], turned(overlapsBefore)),
  ...relation('finishes', INTO, finishes),
  ...relation('finished by', OUT_OF, turned(finishes)),
  ...relation('includes', OUT_OF, includes),
  ...relation('during', INTO, turned(includes)),
  ...relation('starts', INTO, startsIn),
  ...relation('started by', OUT_OF, turned(startsIn)),
  ...relation('coincides', [RANGES, ['point1', 'point2']], (a, b) => starts(a, b) && ends(a, b)),
]
