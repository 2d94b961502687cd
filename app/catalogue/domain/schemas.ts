import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { metaSchema, uiSchema } from '#forms/index'
import calendar from '#schemas/calendar.json' with { type: 'json' }
import decision from '#schemas/decision.json' with { type: 'json' }
import document from '#schemas/document.json' with { type: 'json' }
import fees from '#schemas/fees.json' with { type: 'json' }
import migration from '#schemas/migration.json' with { type: 'json' }
import notice from '#schemas/notice.json' with { type: 'json' }
import pack from '#schemas/pack.json' with { type: 'json' }
import prices from '#schemas/prices.json' with { type: 'json' }
import procedure from '#schemas/procedure.json' with { type: 'json' }
import scenario from '#schemas/scenario.json' with { type: 'json' }
import seams from '#schemas/seams.json' with { type: 'json' }
import texts from '#schemas/texts.json' with { type: 'json' }
import town from '#schemas/town.json' with { type: 'json' }
import values from '#schemas/values.json' with { type: 'json' }

/** The JSON Schemas of the file kinds; the same are served under `/schemas/`. */
const WRITTEN = {
  pack,
  procedure,
  fees,
  decision,
  document,
  notice,
  texts,
  scenario,
  migration,
  seams,
  town,
  values,
  calendar,
  prices,
}

/** The dialect of forms is made from the field kinds, so its schemas are made too, and `forms` checks by them. */
const MADE = { form: metaSchema, ui: () => uiSchema }

export type SchemaName = keyof typeof WRITTEN

export const SCHEMA_NAMES = Object.keys({ ...WRITTEN, ...MADE }) as (SchemaName | keyof typeof MADE)[]

const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true })
// what a town fills in is written as fee schedules are, in a file of its own or in a golden case
ajv.addSchema([fees, values])
const compiled = new Map<SchemaName, ValidateFunction>()

/** The published schema of a kind of file, as JSON text. */
export function schemaText(name: SchemaName | keyof typeof MADE): string {
  const schema =
    name === 'form' || name === 'ui' ? { ...MADE[name](), $id: `/schemas/${name}.json` } : WRITTEN[name]
  return JSON.stringify(schema, null, 2)
}

export function validatorOf(name: SchemaName): ValidateFunction {
  const known = compiled.get(name)
  if (known) return known
  const validator = ajv.compile(WRITTEN[name])
  compiled.set(name, validator)
  return validator
}
