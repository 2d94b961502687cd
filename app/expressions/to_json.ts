import type { Json } from '#core/json'
import { format } from '#expressions/values/format'
import type { FeelValue } from '#expressions/values/value'

/** Plain data again: numbers and moments as text, so that nothing is lost; a range as it is written. */
export function toJson(value: FeelValue): Json {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(toJson)
  if (value instanceof Map)
    return Object.fromEntries([...value].map(([name, entry]) => [name, toJson(entry)]))
  return format(value)
}
