import type { FeelType } from '#expressions/types'

/** Parts of a type. What has more is no record that anybody wrote out, and takes as long to hold against another. */
export const MOST_PARTS = 1_000

const known = new WeakMap<object, number>()

/** How many parts a type has, those that are in it several times counted as often. */
export function sizeOf(type: FeelType): number {
  if (typeof type === 'string') return 1
  const before = known.get(type)
  if (before !== undefined) return before
  const parts = 'context' in type ? Object.values(type.context) : ['list' in type ? type.list : type.range]
  const size = parts.reduce((sum, part) => sum + sizeOf(part), 1)
  known.set(type, size)
  return size
}
