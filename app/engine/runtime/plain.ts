import type { Json } from '#core/json'
import { type FeelValue, kindOf, toJson } from '#engine/feel'

/** Plain data in which whole numbers stay numbers; all others are text, since binary floats would change them. */
export function plainOf(value: FeelValue): Json {
  if (Array.isArray(value)) return value.map(plainOf)
  if (value instanceof Map) return Object.fromEntries([...value].map(([name, each]) => [name, plainOf(each)]))
  const json = toJson(value)
  if (kindOf(value) !== 'number') return json
  return Number.isSafeInteger(Number(json)) ? Number(json) : json
}
