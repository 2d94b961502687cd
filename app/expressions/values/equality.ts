import { compare } from '#expressions/values/order'
import { type FeelContext, FeelRange, type FeelValue, kindOf } from '#expressions/values/value'

/** FEEL's `=`: null (unknown) between values of different kinds, except that nothing but null is null. */
export function equals(a: FeelValue, b: FeelValue): boolean | null {
  if (a === null || b === null) return a === b
  if (kindOf(a) !== kindOf(b)) return null
  if (Array.isArray(a)) return sameLists(a, b as FeelValue[])
  if (a instanceof Map) return sameContexts(a, b as FeelContext)
  if (a instanceof FeelRange) return sameRanges(a, b as FeelRange)
  if (typeof a === 'boolean') return a === b
  const order = compare(a, b)
  return order === null ? false : order === 0
}

/** Equality for functions on lists, where different kinds simply differ. */
export const same = (a: FeelValue, b: FeelValue): boolean => equals(a, b) === true

const sameLists = (a: FeelValue[], b: FeelValue[]) =>
  a.length === b.length && a.every((item, index) => same(item, b[index] ?? null))

const sameContexts = (a: FeelContext, b: FeelContext) =>
  a.size === b.size && [...a].every(([name, value]) => b.has(name) && same(value, b.get(name) ?? null))

const sameRanges = (a: FeelRange, b: FeelRange) =>
  a.lowClosed === b.lowClosed && a.highClosed === b.highClosed && same(a.low, b.low) && same(a.high, b.high)
