import { type Diagnostic, problem } from '#core/diagnostic'
import { pointerTo } from '#core/json'

/** What a form of a stranger may cost. */
export const LIMITS = { bytes: 256 * 1024, depth: 12, fields: 500, pages: 100 }

const depthOf = (value: unknown): number =>
  typeof value !== 'object' || value === null ? 0 : 1 + Math.max(0, ...Object.values(value).map(depthOf))

/** Refuses what is too large or too deep before anything else looks at it. Takes plain JSON. */
export function overLimits(document: unknown, file: string): Diagnostic[] {
  const over = (limit: string, max: number, actual: number) =>
    actual > max ? [problem('TOO_LARGE', { file, params: { limit, max, actual } })] : []
  const bytes = new TextEncoder().encode(JSON.stringify(document) ?? '').length
  const { properties = {} } = Object(document) as { properties?: object }
  return [
    ...over('bytes', LIMITS.bytes, bytes),
    ...(bytes > LIMITS.bytes ? [] : over('depth', LIMITS.depth, depthOf(document))),
    ...over('fields', LIMITS.fields, Object.keys(Object(properties)).length),
  ]
}

/** Binary numbers lose cents, so the dialect has none: every `type: number`, wherever it stands. */
export function binaryNumbers(value: unknown, file: string, pointer = ''): Diagnostic[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => {
    const at = pointer + pointerTo(key)
    const isNumber = key === 'type' && [part].flat().includes('number')
    return isNumber ? [problem('NUMBER_TYPE', { file, pointer: at })] : binaryNumbers(part, file, at)
  })
}
