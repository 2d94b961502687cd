import type { Session } from '#expressions/evaluate/session'
import { same } from '#expressions/values/equality'
import { format } from '#expressions/values/format'
import { type Decimal, decimal } from '#expressions/values/number'
import { FeelDateTime, FeelTime } from '#expressions/values/temporal'
import { type FeelValue, kindOf } from '#expressions/values/value'

/** The index of a FEEL position (from 1, or from -1 at the end); null for one the list doesn't have. */
export function position(list: FeelValue[], at: Decimal): number | null {
  const wanted = at.isInteger() ? at.toNumber() : 0
  const index = wanted > 0 ? wanted - 1 : list.length + wanted
  return wanted === 0 || index < 0 || index >= list.length ? null : index
}

export const indexes = (list: FeelValue[], match: FeelValue): Decimal[] =>
  list.flatMap((item, index) => (same(item, match) ? [decimal(index + 1)] : []))

/** Each value once, where it first appears; by a key, so that long lists stay linear. */
export function distinct(list: FeelValue[]): FeelValue[] {
  const seen = new Map<string, FeelValue>()
  for (const item of list) {
    const key = keyOf(item)
    if (!seen.has(key)) seen.set(key, item)
  }
  return [...seen.values()]
}

/** Each value that comes more than once, once, in the order of their first places. */
export function repeated(list: FeelValue[]): FeelValue[] {
  const seen = new Map<string, FeelValue[]>()
  for (const item of list) {
    const alike = seen.get(keyOf(item))
    if (alike) alike.push(item)
    else seen.set(keyOf(item), [item])
  }
  return [...seen.values()].flatMap(([first, ...others]) => (others.length ? [first as FeelValue] : []))
}

/** Equal values have equal keys; of others, none is the beginning of another, so that what nests stays as long as it is. */
export const keyOf = (value: FeelValue): string => piecesOf(value).join('')

function piecesOf(value: FeelValue, pieces: string[] = []): string[] {
  if (Array.isArray(value)) {
    pieces.push(`list ${value.length};`)
    for (const item of value) piecesOf(item, pieces)
  } else if (value instanceof Map) {
    pieces.push(`context ${value.size};`)
    for (const name of [...value.keys()].sort()) piecesOf(value.get(name) ?? null, piecesOf(name, pieces))
  } else {
    const text = plainKey(value)
    pieces.push(`${text.length};${text}`)
  }
  return pieces
}

function plainKey(value: FeelValue): string {
  if (value instanceof FeelTime) return `time ${value.zone !== null} ${value.onEpoch().nanoseconds}`
  if (value instanceof FeelDateTime) return `instant ${value.zone !== null} ${value.nanoseconds}`
  return `${kindOf(value)} ${format(value)}`
}

export function flattened(list: FeelValue[], session: Session): FeelValue[] {
  const result: FeelValue[] = []
  for (const item of list) {
    if (Array.isArray(item)) for (const inner of flattened(item, session)) result.push(inner)
    else result.push(item)
  }
  session.allowList(result.length)
  return result
}
