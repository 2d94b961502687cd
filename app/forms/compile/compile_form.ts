import { type Diagnostic, hasProblems } from '#core/diagnostic'
import type { Json } from '#core/json'
import { type Result, err, ok } from '#core/result'
import type { TypeEnvironment } from '#expressions/index'
import { Conditions } from '#forms/compile/conditions'
import { readSchema } from '#forms/compile/read_schema'
import { type ReadUi, readUi } from '#forms/compile/read_ui'
import { kindOf } from '#forms/kinds/index'
import type { CompiledField, CompiledForm, Schema } from '#forms/types'
import { validatorCode } from '#forms/validate/ajv'

export interface FormSources {
  id: string
  /** The contents of `<file>.schema.json` and `<file>.ui.json`: plain JSON of a stranger. */
  schema: unknown
  ui: unknown
  /** The path they share, as `forms/submission`, for diagnostics. */
  file: string
  /** What conditions may speak of beside the answers. */
  variables?: TypeEnvironment
}

/** A field without what the dialect adds: what its kind makes a rule of. */
const bare = ({ kind: _, $anchor: __, ...authored }: Schema): Schema => authored

/** Makes a form ready to be shown, decoded and validated, or says all that is wrong with it. */
export function compileForm({
  id,
  schema,
  ui,
  file,
  variables = {},
}: FormSources): Result<CompiledForm, Diagnostic[]> {
  const read = readSchema(schema, `${file}.schema.json`)
  if (!read.ok) return read
  const declared = read.value.fields
  const shown = readUi(ui, declared, `${file}.ui.json`)
  if (!shown.ok) return shown

  const names = [...declared.keys()]
  const feel = names.map((name) => [name, kindOf(declared.get(name) as { kind: string }).feel] as const)
  const types: TypeEnvironment = { ...variables, ...Object.fromEntries(feel) }
  const conditions = new Conditions(shown.value, types, `${file}.ui.json`)
  const form: CompiledForm = {
    version: 1,
    id,
    pages: shown.value.pages.map(({ id, fields }, index) => ({
      id,
      fields,
      visible: conditions.page(index),
    })),
    fields: compileFields(declared, read.value.required, shown.value, conditions),
    rules: shown.value.rules.flatMap(({ id, field }, index) => {
      const holds = conditions.rule(index)
      return holds ? [{ id, field, holds }] : []
    }),
    types,
    code: '',
  }
  if (hasProblems(conditions.diagnostics)) return err(conditions.diagnostics)
  return ok({ ...form, code: validatorCode(ruleOf(declared)) })
}

function compileFields(
  declared: Map<string, Schema>,
  required: Set<string>,
  ui: ReadUi,
  conditions: Conditions
): Record<string, CompiledField> {
  const fields: Record<string, CompiledField> = {}
  for (const page of ui.pages)
    for (const name of page.fields) {
      const schema = declared.get(name) as Schema
      const { visible: _, required: __, ...options } = ui.fields[name] ?? {}
      fields[name] = {
        name,
        kind: String(schema.kind),
        anchor: String(schema.$anchor),
        page: page.id,
        required: required.has(name),
        schema: bare(schema),
        options: options as Record<string, Json>,
        visible: conditions.visible(name),
        requiredWhen: conditions.required(name),
      }
    }
  return fields
}

/** What ajv validates. Who must answer what is judged beside it, since it hangs on what is shown. */
const ruleOf = (declared: Map<string, Schema>): Schema => ({
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(
    [...declared].map(([name, schema]) => [name, kindOf(schema as { kind: string }).rule(bare(schema))])
  ),
})
