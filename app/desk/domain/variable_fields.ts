import { canonical } from '#core/canonical_json'
import { scanJson } from '#core/http/json_scan'
import type { Json } from '#core/json'
import type { FeelType, TypeEnvironment } from '#expressions/index'

/** What a variable of a process is typed in as; `data` is anything else, as JSON. */
export type VariableKind = 'text' | 'number' | 'date' | 'boolean' | 'data'

export interface VariableField {
  name: string
  kind: VariableKind
  value: string
}

const LIMITS = { bytes: 64 * 1024, depth: 16, keys: 2_000 }
const NUMBER = /^-?\d{1,24}([.,]\d{1,12})?$/
const DATE = /^\d{4}-\d{2}-\d{2}$/
const TEXTS: FeelType[] = [
  'string',
  'time',
  'date and time',
  'days and time duration',
  'years and months duration',
]

function kindOf(type: FeelType | undefined, value: Json | undefined): VariableKind {
  if (type === 'number' || type === 'date' || type === 'boolean') return type
  if (type !== undefined && TEXTS.includes(type)) return 'text'
  if (type !== undefined && type !== 'any') return 'data'
  if (typeof value === 'string') return 'text'
  return typeof value === 'number' || typeof value === 'boolean' ? (typeof value as 'number') : 'data'
}

const written = (kind: VariableKind, value: Json | undefined): string => {
  if (value === null || value === undefined) return ''
  return kind === 'data' ? JSON.stringify(value, null, 1) : String(value)
}

/** What the process knows or may come to know, each as it is typed in; what holds nothing yet, too: that may be what is missing. */
export const variableFields = (types: TypeEnvironment, variables: Record<string, Json>): VariableField[] =>
  [...new Set([...Object.keys(types), ...Object.keys(variables)])].sort().map((name) => {
    const kind = kindOf(types[name], variables[name])
    return { name, kind, value: written(kind, variables[name]) }
  })

type Read = { value: Json } | { fault: 'number' | 'date' | 'boolean' | 'data' }

function read(kind: VariableKind, text: string, before: Json | undefined): Read {
  if (text === '') return { value: null }
  switch (kind) {
    case 'text':
      return { value: text }
    case 'boolean':
      return text === 'true' || text === 'false' ? { value: text === 'true' } : { fault: 'boolean' }
    case 'date':
      return DATE.test(text) && !Number.isNaN(Date.parse(text)) ? { value: text } : { fault: 'date' }
    case 'number': {
      if (!NUMBER.test(text)) return { fault: 'number' }
      const whole = Number(text)
      // What was kept as a number stays one; all others are text, since binary floats would change them.
      return {
        value: typeof before === 'number' && Number.isSafeInteger(whole) ? whole : text.replace(',', '.'),
      }
    }
    case 'data':
      return scanJson(text, LIMITS) ? { fault: 'data' } : { value: JSON.parse(text) as Json }
  }
}

/** What was typed otherwise than it stands, as values; `faults` says at which name something is not what it should be. */
export function readVariables(
  fields: VariableField[],
  typed: Record<string, string>,
  variables: Record<string, Json>
): { variables: Record<string, Json>; faults: Record<string, VariableKind> } {
  const changed: Record<string, Json> = {}
  const faults: Record<string, VariableKind> = {}
  for (const { name, kind, value } of fields) {
    const text = (typed[name] ?? value).replaceAll('\r\n', '\n').normalize('NFC').trim()
    if (text === value.trim()) continue
    const got = read(kind, text, variables[name])
    if ('fault' in got) faults[name] = got.fault
    else if (canonical(got.value) !== canonical(variables[name] ?? null)) changed[name] = got.value
  }
  return { variables: changed, faults }
}
