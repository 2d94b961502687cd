import type { ErrorObject } from 'ajv'
import { type Diagnostic, problem } from '#core/diagnostic'
import { pointerTo } from '#core/json'
import { type SchemaName, validatorOf } from '#catalogue/domain/schemas'

/** Keywords that only say that something inside them failed: their own errors tell more. */
const ECHOES = new Set(['anyOf', 'oneOf', 'if', '$ref', 'propertyNames'])

const CODES: Record<string, (error: ErrorObject) => [code: string, params: Diagnostic['params']]> = {
  required: ({ params }) => ['PROPERTY_MISSING', { property: params.missingProperty }],
  additionalProperties: ({ params }) => ['PROPERTY_UNKNOWN', { property: params.additionalProperty }],
  type: ({ params }) => ['VALUE_TYPE', { expected: String(params.type) }],
  enum: ({ params }) => ['VALUE_NOT_ALLOWED', { allowed: params.allowedValues.join(', ') }],
  const: ({ params }) => ['VALUE_NOT_ALLOWED', { allowed: JSON.stringify(params.allowedValue) }],
  pattern: ({ params }) => ['VALUE_PATTERN', { pattern: params.pattern }],
  uniqueItems: () => ['VALUE_REPEATED', {}],
  minItems: ({ params }) => ['VALUE_TOO_FEW', { limit: params.limit }],
  maxItems: ({ params }) => ['VALUE_TOO_MANY', { limit: params.limit }],
  minLength: ({ params }) => ['VALUE_TOO_SHORT', { limit: params.limit }],
  maxLength: ({ params }) => ['VALUE_TOO_LONG', { limit: params.limit }],
  minProperties: ({ params }) => ['VALUE_TOO_FEW', { limit: params.limit }],
  maxProperties: ({ params }) => ['VALUE_TOO_MANY', { limit: params.limit }],
  'false schema': ({ schemaPath, instancePath }) => [
    'PROPERTY_EXCLUDED',
    {
      property: instancePath.split('/').at(-1) ?? '',
      other: /dependentSchemas\/([^/]+)\//.exec(schemaPath)?.[1] ?? '',
    },
  ],
  minimum: ({ params }) => ['VALUE_TOO_SMALL', { limit: params.limit }],
  maximum: ({ params }) => ['VALUE_TOO_LARGE', { limit: params.limit }],
}

/** An unknown property is pointed at itself, not at what holds it. */
function place({ keyword, instancePath, params, propertyName }: ErrorObject): string {
  if (keyword === 'additionalProperties') return instancePath + pointerTo(params.additionalProperty)
  return propertyName === undefined ? instancePath : instancePath + pointerTo(propertyName)
}

function diagnosticOf(file: string, error: ErrorObject): Diagnostic {
  const [code, params] = CODES[error.keyword]?.(error) ?? ['VALUE_NOT_VALID', { rule: error.keyword }]
  return problem(code, { file, pointer: place(error), params })
}

/** Whether an error only says that the value is not of the branch's type at all. */
const vague = (choice: ErrorObject, { instancePath, keyword }: ErrorObject) =>
  keyword === 'type' && instancePath === choice.instancePath

/** The errors of the branch that fits best; where none fits at all, one that names every type. */
function bestBranch(choice: ErrorObject, inside: ErrorObject[]): ErrorObject[] {
  const branchOf = (error: ErrorObject) => error.schemaPath.slice(choice.schemaPath.length + 1).split('/')[0]
  const branches = [...Map.groupBy(inside, branchOf).values()]
  const fitting = branches.filter((errors) => !errors.some((error) => vague(choice, error)))
  if (fitting.length > 0) return fitting.sort((a, b) => a.length - b.length)[0] as ErrorObject[]
  const types = inside.filter((error) => vague(choice, error)).map(({ params }) => params.type)
  return inside.slice(0, 1).map((error) => ({ ...error, params: { type: types.flat().join(' / ') } }))
}

/** Among the branches of a choice only what helps is told: the closest one, and no type when more is known. */
function telling(errors: ErrorObject[]): ErrorObject[] {
  const choices = errors.filter(({ keyword }) => keyword === 'oneOf' || keyword === 'anyOf')
  return choices.reduce((left, choice) => {
    const inside = left.filter((error) => error.schemaPath.startsWith(`${choice.schemaPath}/`))
    const told = left.filter((error) => error !== choice && !inside.includes(error))
    if (inside.length > 0) told.push(...bestBranch(choice, inside))
    const under = (error: ErrorObject) => `${error.instancePath}/`.startsWith(`${choice.instancePath}/`)
    const precise = told.some((error) => under(error) && !vague(choice, error))
    return precise ? told.filter((error) => !vague(choice, error)) : told
  }, errors)
}

/** What the JSON Schema of this kind of file has to say about it. */
export function checkSchema(name: SchemaName, file: string, value: unknown): Diagnostic[] {
  const validate = validatorOf(name)
  if (validate(value)) return []
  const told = telling(validate.errors ?? []).filter(({ keyword }) => !ECHOES.has(keyword))
  const found = told.map((error) => diagnosticOf(file, error))
  return [...new Map(found.map((one) => [`${one.code} ${one.pointer}`, one])).values()]
}
