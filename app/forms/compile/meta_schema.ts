import type { ValidateFunction } from 'ajv'
import { id } from '#forms/compile/names'
import { kinds } from '#forms/kinds/index'
import type { Kind } from '#forms/kinds/kind'
import type { Schema } from '#forms/types'
import { metaValidator } from '#forms/validate/ajv'

const field = (kind: Kind): Schema => ({
  type: 'object',
  required: ['$anchor', 'kind', 'type', ...(kind.needs ?? [])],
  additionalProperties: false,
  properties: { $anchor: id, kind: { const: kind.name }, type: { const: kind.type }, ...kind.keywords },
})

/**
 * What may stand in `forms/<id>.schema.json`, as JSON Schema 2020-12: the published meta-schema of the
 * dialect, made from the kinds.
 */
export const metaSchema = (): Schema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  required: ['type', 'additionalProperties', 'properties'],
  additionalProperties: false,
  properties: {
    $schema: { type: 'string' },
    $id: id,
    type: { const: 'object' },
    additionalProperties: { const: false },
    required: { type: 'array', uniqueItems: true, items: { type: 'string' } },
    properties: { type: 'object', additionalProperties: { $ref: '#/$defs/field' } },
    $defs: { type: 'object', additionalProperties: { type: 'object' } },
  },
  $defs: {
    field: {
      type: 'object',
      required: ['kind'],
      discriminator: { propertyName: 'kind' },
      oneOf: [...kinds.keys()].map((name) => ({ $ref: `#/$defs/${name}` })),
    },
    ...Object.fromEntries([...kinds.values()].map((kind) => [kind.name, field(kind)])),
  },
})

/** The frame of a form's schema; its fields are held against their own kinds. */
const frame = (): Schema => {
  const { properties, $defs: _, ...root } = metaSchema() as Record<string, Schema>
  return { ...root, properties: { ...properties, properties: { type: 'object' } } }
}

let frameValidator: ValidateFunction | undefined
const fieldValidators = new Map<string, ValidateFunction>()

export const validateFrame = (): ValidateFunction => (frameValidator ??= metaValidator(frame()))

/** Compiled when a kind is first met, once per process. */
export function validateField(kind: Kind): ValidateFunction {
  const validate = fieldValidators.get(kind.name) ?? metaValidator(field(kind))
  fieldValidators.set(kind.name, validate)
  return validate
}
