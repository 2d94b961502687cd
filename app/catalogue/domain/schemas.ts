import { readFileSync } from 'node:fs'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { metaSchema, uiSchema } from '#forms/index'

/** Where the JSON Schemas of the file kinds lie; the same files are served under `/schemas/`. */
const FOLDER = new URL('../../../resources/schemas/', import.meta.url)

const WRITTEN = ['pack', 'procedure', 'document', 'notice', 'texts', 'scenario'] as const

/** The dialect of forms is made from the field kinds, so its schemas are made too, and `forms` checks by them. */
const MADE = { form: metaSchema, form_ui: () => uiSchema }

export const SCHEMA_NAMES = [...WRITTEN, ...(Object.keys(MADE) as (keyof typeof MADE)[])]

export type SchemaName = (typeof WRITTEN)[number]

const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true })
const compiled = new Map<SchemaName, ValidateFunction>()

/** The published schema of a kind of file, as JSON text. */
export function schemaText(name: SchemaName | keyof typeof MADE): string {
  if (name !== 'form' && name !== 'form_ui') return readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')
  return JSON.stringify({ ...MADE[name](), $id: `/schemas/${name}.json` }, null, 2)
}

export function validatorOf(name: SchemaName): ValidateFunction {
  const known = compiled.get(name)
  if (known) return known
  const validator = ajv.compile(JSON.parse(schemaText(name)))
  compiled.set(name, validator)
  return validator
}
