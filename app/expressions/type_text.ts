import type { FeelType, TypeEnvironment } from '#expressions/types'

const PLAIN = new Set([
  'string',
  'number',
  'boolean',
  'date',
  'time',
  'date and time',
  'days and time duration',
  'years and months duration',
])
const OTHER_NAMES: Record<string, FeelType> = {
  any: 'any',
  Any: 'any',
  null: 'null',
  Null: 'null',
  list: { list: 'any' },
  context: { context: {} },
  range: { range: 'any' },
  'day time duration': 'days and time duration',
  'year month duration': 'years and months duration',
}

/**
 * Reads `number`, `list<date>`, `range<number>`, `context<a: number, b: list<string>>`; null for no type.
 * `named` are the types that the document around has given a name.
 */
export function parseType(text: string, named: TypeEnvironment = {}): FeelType | null {
  const name = text.trim().replace(/\s+/g, ' ')
  if (Object.hasOwn(named, name)) return named[name] as FeelType
  if (PLAIN.has(name)) return name as FeelType
  if (Object.hasOwn(OTHER_NAMES, name)) return OTHER_NAMES[name] as FeelType
  const [, outer, inner = ''] = /^(list|range|context)\s*<(.*)>$/.exec(name) ?? []
  if (outer === 'context') return contextType(inner, named)
  if (/^function\s*<.*>\s*->/.test(name)) return 'function'
  const element = outer ? parseType(inner, named) : null
  return element && (outer === 'list' ? { list: element } : { range: element })
}

function contextType(text: string, named: TypeEnvironment): FeelType | null {
  const entries: TypeEnvironment = {}
  for (const part of splitOutside(text)) {
    const colon = part.indexOf(':')
    const type = parseType(part.slice(colon + 1), named)
    if (colon < 1 || !type) return null
    entries[part.slice(0, colon).trim()] = type
  }
  return { context: entries }
}

/** Parts between the commas that are not within angle brackets. */
export function splitOutside(text: string): string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '<') depth++
    else if (text[index] === '>' && text[index - 1] !== '-') depth--
    else if (text[index] === ',' && depth === 0) {
      parts.push(text.slice(start, index))
      start = index + 1
    }
  }
  return [...parts, text.slice(start)].filter((part) => part.trim() !== '')
}
