import { readFileSync } from 'node:fs'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'

/** Where the JSON Schemas of every file kind lie; the same files are served under `/schemas/`. */
const FOLDER = new URL('../../../resources/schemas/', import.meta.url)

export const SCHEMA_NAMES = [
  'pack',
  'procedure',
  'form',
  'form_ui',
  'document',
  'notice',
  'texts',
  'scenario',
] as const

export type SchemaName = (typeof SCHEMA_NAMES)[number]

const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true })
const compiled = new Map<SchemaName, ValidateFunction>()

/** The published schema, as it is written. */
export const schemaText = (name: SchemaName): string => readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')

export function validatorOf(name: SchemaName): ValidateFunction {
  const known = compiled.get(name)
  if (known) return known
  const validator = ajv.compile(JSON.parse(schemaText(name)))
  compiled.set(name, validator)
  return validator
}
