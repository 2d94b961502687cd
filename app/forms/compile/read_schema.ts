import { type Diagnostic, hasProblems, problem } from '#core/diagnostic'
import { pointerTo } from '#core/json'
import { type Result, err, ok } from '#core/result'
import { binaryNumbers, overLimits } from '#forms/compile/limits'
import { validateField, validateFrame } from '#forms/compile/meta_schema'
import { isFieldName } from '#forms/compile/names'
import { faultsOf } from '#forms/compile/read'
import { withReferences } from '#forms/compile/references'
import { kinds } from '#forms/kinds/index'
import type { Schema } from '#forms/types'

/** The fields of a schema as their author wrote them, references filled in, and which are required. */
export interface ReadSchema {
  fields: Map<string, Schema>
  required: Set<string>
}

/** Reads `<id>.schema.json`, or says all that is wrong with it. */
export function readSchema(schema: unknown, file: string): Result<ReadSchema, Diagnostic[]> {
  const tooMuch = overLimits(schema, file)
  if (tooMuch.length > 0) return err(tooMuch)
  const numbers = binaryNumbers(schema, file)
  const told = new Set(numbers.map(({ pointer }) => pointer))
  const diagnostics = [...numbers, ...faultsOf(validateFrame(), schema, file)]
  if (diagnostics.length > numbers.length) return err(diagnostics)

  const {
    properties,
    required = [],
    $defs = {},
  } = schema as { properties: object; required?: string[]; $defs?: object }
  const fields = new Map<string, Schema>()
  for (const [name, written] of Object.entries(properties)) {
    const pointer = pointerTo('properties', name)
    const field = withReferences(written, $defs, file, pointer)
    const faults = field.ok ? faultsOfField(name, field.value, file, pointer) : field.error
    diagnostics.push(...faults.filter((fault) => !told.has(fault.pointer)))
    if (field.ok && faults.length === 0) fields.set(name, field.value)
  }
  diagnostics.push(...faultsOfAnchors(fields, file))
  for (const [index, name] of required.entries())
    if (!Object.hasOwn(properties, name))
      diagnostics.push(
        problem('FIELD_UNKNOWN', { file, pointer: pointerTo('required', index), params: { name } })
      )
  return hasProblems(diagnostics) ? err(diagnostics) : ok({ fields, required: new Set(required) })
}

function faultsOfField(name: string, field: Schema, file: string, pointer: string): Diagnostic[] {
  if (!isFieldName(name)) return [problem('FIELD_NAME', { file, pointer, params: { name } })]
  if (field.kind === undefined)
    return [problem('MISSING_KEYWORD', { file, pointer, params: { keyword: 'kind' } })]
  const kind = kinds.get(String(field.kind))
  if (kind) return faultsOf(validateField(kind), field, file, pointer)
  const known = [...kinds.keys()].join(', ')
  return [
    problem('KIND_UNKNOWN', {
      file,
      pointer: `${pointer}/kind`,
      params: { kind: String(field.kind), known },
    }),
  ]
}

function faultsOfAnchors(fields: Map<string, Schema>, file: string): Diagnostic[] {
  const seen = new Set<string>()
  return [...fields].flatMap(([name, { $anchor }]) => {
    const anchor = String($anchor)
    if (seen.size !== seen.add(anchor).size) return []
    return [
      problem('ANCHOR_TWICE', {
        file,
        pointer: pointerTo('properties', name, '$anchor'),
        params: { anchor },
      }),
    ]
  })
}
