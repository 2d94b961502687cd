import { type Expression, type FeelType, type TypeEnvironment, compileExpression } from '#engine/feel'
import { type BpmnElement, many, one, text } from '#engine/reading/bpmn'
import type { Reader } from '#engine/reading/reader'
import type { Mapping } from '#engine/runtime/values'

// a hyphen is subtraction in FEEL, and a capital letter first would look like a type
const VARIABLE = /^[a-z][A-Za-z0-9_]{0,63}$/

/** What the engine itself gives these names to. */
const OURS = ['result', 'loopCounter']

/** Reads the `<fin:input>` or `<fin:output>` elements of one element. */
export function mappings(
  reader: Reader,
  type: 'fin:Input' | 'fin:Output',
  { types = {}, result }: { types?: TypeEnvironment; result?: FeelType }
): (Mapping & { source: string })[] {
  const found = new Map<string, Mapping & { source: string }>()
  const kind = type === 'fin:Input' ? 'input' : 'output'
  for (const element of mappingElements(reader.element, type)) {
    const name = text(element, 'name')
    const source = text(element, 'value')
    if (!name || !source) reader.problem('MAPPING_INCOMPLETE', { kind })
    else if (!isVariable(name)) reader.problem('MAPPING_NAME', { kind, variable: name })
    else if (found.has(name)) reader.problem('MAPPING_TWICE', { kind, variable: name })
    else {
      const expects = Object.hasOwn(types, name) ? types[name] : undefined
      const value = reader.expression(source, {
        ...(expects && { expects }),
        ...(result && { over: { result } }),
      })
      if (value) found.set(name, { name, value, source })
      const untyped = result && !text(element, 'type') && reader.around.variables?.[name] === 'any'
      const lost = value && untyped ? typeLost(value, reader, result) : null
      if (lost) reader.warning('OUTPUT_UNTYPED', { variable: name, type: lost })
    }
  }
  return [...found.values()]
}

/** What a variable without a type doesn't keep as what it is: fractions, days and moments become text. */
const LOST: readonly FeelType[] = [
  ...(['number', 'date', 'time', 'date and time'] as const),
  ...(['days and time duration', 'years and months duration'] as const),
]

/** The type of these that an expression has for certain, or null. */
function typeLost({ source }: Expression, { around }: Reader, result: FeelType): string | null {
  const variables = { ...around.variables, result }
  const fits = LOST.filter((expects) => compileExpression(source, { variables, expects }).ok)
  return fits.length === 1 ? (fits[0] as string) : null
}

export const isVariable = (name: string): boolean =>
  VARIABLE.test(name) && !OURS.includes(name) && !(name in Object.prototype)

export const mappingElements = (element: BpmnElement, type: string): BpmnElement[] =>
  many(one(element, 'extensionElements'), 'values').filter(({ $type }) => $type === type)
