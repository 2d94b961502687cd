import type { FeelType } from '#expressions/types'

/** Whether a value of the one type may stand where the other is expected. What isn't known, and null, may. */
export function fits(actual: FeelType, expected: FeelType): boolean {
  if (actual === 'any' || actual === 'null' || expected === 'any') return true
  if (typeof actual === 'string' || typeof expected === 'string') return actual === expected
  if ('list' in expected) return 'list' in actual && fits(actual.list, expected.list)
  if ('range' in expected) return 'range' in actual && fits(actual.range, expected.range)
  if (!('context' in actual)) return false
  return Object.entries(expected.context).every(([name, type]) => {
    const given = actual.context[name]
    return given !== undefined && fits(given, type)
  })
}

/** The type of what may be either. */
export function either(a: FeelType, b: FeelType): FeelType {
  if (a === 'null') return b
  if (b === 'null') return a
  if (typeof a === 'object' && typeof b === 'object') {
    if ('list' in a && 'list' in b) return { list: either(a.list, b.list) }
    if ('range' in a && 'range' in b) return { range: either(a.range, b.range) }
  }
  return fits(a, b) && fits(b, a) ? a : 'any'
}

export const typeText = (type: FeelType): string => {
  if (typeof type === 'string') return type
  if ('list' in type) return type.list === 'any' ? 'list' : `list<${typeText(type.list)}>`
  if ('range' in type) return type.range === 'any' ? 'range' : `range<${typeText(type.range)}>`
  const entries = Object.entries(type.context).map(([name, entry]) => `${name}: ${typeText(entry)}`)
  return entries.length ? `context<${entries.join(', ')}>` : 'context'
}
