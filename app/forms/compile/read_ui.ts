import type { ValidateFunction } from 'ajv'
import { type Diagnostic, hasProblems, problem } from '#core/diagnostic'
import { type Json, pointerTo } from '#core/json'
import { type Result, err, ok } from '#core/result'
import { LIMITS, overLimits } from '#forms/compile/limits'
import { feel, id } from '#forms/compile/names'
import { faultsOf } from '#forms/compile/read'
import { kinds } from '#forms/kinds/index'
import type { Kind } from '#forms/kinds/kind'
import type { Schema } from '#forms/types'
import { metaValidator } from '#forms/validate/ajv'

/** `<id>.ui.json`, read: pages, how each field is shown, rules between answers. */
export interface ReadUi {
  pages: { id: string; fields: string[]; visible?: string }[]
  fields: Record<string, Record<string, Json>>
  rules: { id: string; field: string; holds: string }[]
}

const list = (items: Schema, maxItems: number): Schema => ({ type: 'array', maxItems, items })
const object = (required: string[], properties: Schema): Schema => ({
  type: 'object',
  required,
  additionalProperties: false,
  properties,
})

/** What may stand in `<id>.ui.json`. The options of a field are those of its kind. */
export const uiSchema: Schema = object(['pages'], {
  $schema: { type: 'string' },
  pages: {
    ...list(
      object(['id', 'fields'], { id, fields: list({ type: 'string' }, LIMITS.fields), visible: feel }),
      LIMITS.pages
    ),
    minItems: 1,
  },
  fields: { type: 'object', additionalProperties: { type: 'object' } },
  rules: list(object(['id', 'field', 'holds'], { id, field: { type: 'string' }, holds: feel }), 100),
})

let uiValidator: ValidateFunction | undefined
const optionValidators = new Map<string, ValidateFunction>()

function validateOptions(kind: Kind): ValidateFunction {
  const schema = object([], { visible: feel, required: feel, ...kind.options })
  const validate = optionValidators.get(kind.name) ?? metaValidator(schema)
  optionValidators.set(kind.name, validate)
  return validate
}

/** Reads `<id>.ui.json` against the fields that the schema declares, or says all that is wrong with it. */
export function readUi(
  ui: unknown,
  declared: Map<string, Schema>,
  file: string
): Result<ReadUi, Diagnostic[]> {
  const tooMuch = overLimits(ui, file)
  if (tooMuch.length > 0) return err(tooMuch)
  uiValidator ??= metaValidator(uiSchema)
  const diagnostics = faultsOf(uiValidator, ui, file)
  if (diagnostics.length > 0) return err(diagnostics)

  const { pages, fields = {}, rules = [] } = ui as ReadUi
  const unknown = (name: string, pointer: string) =>
    declared.has(name) ? [] : [problem('FIELD_UNKNOWN', { file, pointer, params: { name } })]
  for (const [name, options] of Object.entries(fields)) {
    const kind = kinds.get(String(declared.get(name)?.kind))
    const pointer = pointerTo('fields', name)
    diagnostics.push(
      ...unknown(name, pointer),
      ...(kind ? faultsOf(validateOptions(kind), options, file, pointer) : [])
    )
  }
  rules.forEach(({ field }, index) => diagnostics.push(...unknown(field, pointerTo('rules', index, 'field'))))
  pages.forEach((page, index) =>
    page.fields.forEach((name, place) =>
      diagnostics.push(...unknown(name, pointerTo('pages', index, 'fields', place)))
    )
  )
  diagnostics.push(...faultsOfPlaces(pages, declared, file), ...repeatedIds({ pages, rules }, file))
  return hasProblems(diagnostics) ? err(diagnostics) : ok({ pages, fields, rules })
}

/** Every field stands on one page: on none nobody could answer it, on two it would be asked twice. */
function faultsOfPlaces(pages: ReadUi['pages'], declared: Map<string, Schema>, file: string): Diagnostic[] {
  const asked = pages.flatMap(({ fields }) => fields)
  return [...declared.keys()].flatMap((name) => {
    const times = asked.filter((other) => other === name).length
    if (times === 1) return []
    return [
      problem(times === 0 ? 'FIELD_ON_NO_PAGE' : 'FIELD_ON_TWO_PAGES', {
        file,
        pointer: '/pages',
        params: { name },
      }),
    ]
  })
}

const repeatedIds = (lists: Record<string, { id: string }[]>, file: string): Diagnostic[] =>
  Object.entries(lists).flatMap(([list, items]) =>
    items.flatMap(({ id: repeated }, index) =>
      items.findIndex((other) => other.id === repeated) === index
        ? []
        : [problem('ID_TWICE', { file, pointer: pointerTo(list, index, 'id'), params: { id: repeated } })]
    )
  )
