import type { Json } from '#core/json'
import type { Scope } from '#expressions/evaluate/frame'
import type { FeelType, TypeEnvironment } from '#expressions/types'
import { parseDuration } from '#expressions/values/duration'
import { parseNumber } from '#expressions/values/number'
import { parseDate, parseDateTime, parseTime } from '#expressions/values/moments'
import { type FeelContext, type FeelValue, kindOf } from '#expressions/values/value'

const READERS: Record<string, (text: string) => FeelValue> = {
  number: (text) => parseNumber(text),
  date: parseDate,
  time: parseTime,
  'date and time': parseDateTime,
  'days and time duration': parseDuration,
  'years and months duration': parseDuration,
}

/**
 * JSON answers as FEEL values. A name that is typed but not given is null; a text that isn't what its
 * type says is null too (the form has already complained); names without a type come as they are.
 */
export function scopeFrom(values: Record<string, Json>, types: TypeEnvironment = {}): Scope {
  const scope: FeelContext = new Map()
  for (const name of Object.keys(types)) scope.set(name, fromJson(own(values, name), types[name] ?? 'any'))
  for (const name of Object.keys(values))
    if (!scope.has(name)) scope.set(name, fromJson(own(values, name), 'any'))
  return scope
}

const own = (values: Record<string, Json>, name: string): Json =>
  Object.hasOwn(values, name) ? (values[name] ?? null) : null

/** One value, read as its type says. */
export function fromJson(value: Json, type: FeelType): FeelValue {
  if (value === null) return null
  if (typeof type === 'object' && 'list' in type)
    return Array.isArray(value) ? value.map((item) => fromJson(item, type.list)) : null
  if (typeof type === 'object' && 'context' in type)
    return typeof value === 'object' && !Array.isArray(value) ? scopeFrom(value, type.context) : null
  if (type === 'any') return untyped(value)
  const read = typeof value === 'object' ? null : (READERS[String(type)]?.(String(value)) ?? untyped(value))
  return kindOf(read) === type ? read : null
}

/** The names that values bring, with those of the entries within; of what type each is, isn't known. */
export function typesOf(values: Record<string, Json>): TypeEnvironment {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeOf(value)]))
}

function typeOf(value: Json): FeelType {
  if (Array.isArray(value)) return { list: value.map(typeOf).find((type) => type !== 'any') ?? 'any' }
  return value !== null && typeof value === 'object' ? { context: typesOf(value) } : 'any'
}

function untyped(value: Json): FeelValue {
  if (typeof value === 'number') return parseNumber(String(value))
  if (Array.isArray(value)) return value.map(untyped)
  if (value !== null && typeof value === 'object') return scopeFrom(value)
  return value
}
