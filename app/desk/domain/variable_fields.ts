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
  /** What it holds, where its process says no type: any of these may be chosen. Null where the type is known. */
  as: Choice | null
}

/** What a variable without a type can be said to hold. */
export const CHOICES = ['text', 'number', 'data', 'yes', 'no', 'nothing'] as const
export type Choice = (typeof CHOICES)[number]

/** What needs nothing written. */
const FIXED: Partial<Record<Choice, Json>> = { yes: true, no: false, nothing: null }

const LIMITS = { bytes: 64 * 1024, depth: 16, keys: 2_000 }
const NUMBER = /^-?\d{1,24}([.,]\d{1,40})?$/
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

function choiceOf(value: Json | undefined): Choice {
  if (value === null || value === undefined) return 'nothing'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'object' ? 'data' : typeof value === 'number' ? 'number' : 'text'
}

const written = (kind: VariableKind, value: Json | undefined, point: string): string => {
  if (value === null || value === undefined) return ''
  if (kind === 'number') return String(value).replace('.', point)
  return kind === 'data' ? JSON.stringify(value, null, 1) : String(value)
}

/** What the process knows or may come to know, each as it is typed in; what holds nothing yet, too: that may be what is missing. */
export const variableFields = (
  types: TypeEnvironment,
  variables: Record<string, Json>,
  point = '.'
): VariableField[] =>
  [...new Set([...Object.keys(types), ...Object.keys(variables)])].sort().map((name) => {
    const [type = 'any', value] = [types[name], variables[name]]
    const kind = kindOf(type, value)
    const as = type === 'any' ? choiceOf(value) : null
    return { name, kind, value: as && as in FIXED ? '' : written(kind, value, point), as }
  })

type Fault = 'number' | 'date' | 'boolean' | 'data' | 'choice'
type Read = { value: Json } | { fault: Fault }

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

/** What was typed is what was chosen; a number without a type is one by being kept as one, as far as that holds it exactly. */
function readAs(as: Choice, text: string, shown: string): Read {
  const fixed = FIXED[as]
  if (fixed !== undefined) return text === '' || text === shown ? { value: fixed } : { fault: 'choice' }
  const got = read(as as VariableKind, text, null)
  if (as !== 'number' || 'fault' in got || got.value === null) return got
  const whole = Number(got.value)
  const digits = String(got.value).replace(/\D|^[-0.]+/g, '')
  return digits.length <= 15 ? { value: whole } : { fault: 'number' }
}

/** What a variable is shown to hold, where something was chosen. */
export const chosenAs = ({ name, as }: VariableField, chosen: Record<string, string>): Choice | null =>
  as && (CHOICES.find((one) => one === chosen[name]) ?? as)

/** What was typed otherwise than it stands, as values; `faults` says at which name something is not what it should be. */
export function readVariables(
  fields: VariableField[],
  typed: Record<string, string>,
  variables: Record<string, Json>,
  chosen: Record<string, string> = {}
): { variables: Record<string, Json>; faults: Record<string, Fault> } {
  const changed: Record<string, Json> = {}
  const faults: Record<string, Fault> = {}
  for (const one of fields) {
    const { name, kind, value, as } = one
    const text = (typed[name] ?? value).replaceAll('\r\n', '\n').normalize('NFC').trim()
    const now = chosenAs(one, chosen)
    if (text === value.trim() && now === as) continue
    const got = now ? readAs(now, text, value.trim()) : read(kind, text, variables[name])
    if ('fault' in got) faults[name] = got.fault
    else if (canonical(got.value) !== canonical(variables[name] ?? null)) changed[name] = got.value
  }
  return { variables: changed, faults }
}
