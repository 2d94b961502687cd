import type { Schema } from '#forms/types'

const count: Schema = { type: 'integer', minimum: 0, maximum: 100_000 }

/** Numbers beyond this lose digits in JavaScript. */
const SAFE = Number.MAX_SAFE_INTEGER
const integer: Schema = { type: 'integer', minimum: -SAFE, maximum: SAFE }

/** An exact decimal, as text. */
export const decimalText: Schema = { type: 'string', format: 'decimal' }

export const textKeywords: Record<string, Schema> = {
  minLength: count,
  maxLength: { ...count, minimum: 1 },
  pattern: { type: 'string', maxLength: 1000, format: 're2' },
}

export const integerKeywords: Record<string, Schema> = {
  minimum: integer,
  maximum: integer,
  multipleOf: { type: 'integer', minimum: 1, maximum: SAFE },
}

export const decimalKeywords: Record<string, Schema> = {
  decimalMinimum: decimalText,
  decimalMaximum: decimalText,
  decimalMultipleOf: { ...decimalText, pattern: '[1-9]' },
}

export const dateKeywords: Record<string, Schema> = {
  dateMinimum: { type: 'string', format: 'date' },
  dateMaximum: { type: 'string', format: 'date' },
}

export const itemsKeywords: Record<string, Schema> = { minItems: count, maxItems: { ...count, maximum: 100 } }

/** The values of a choice name their texts, so they are names themselves. */
export const optionValues: Schema = {
  type: 'array',
  minItems: 1,
  maxItems: 200,
  uniqueItems: true,
  items: { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$' },
}

/** Letters a field is wide: the sizes that the design system draws. */
export const width: Schema = { enum: [2, 3, 4, 5, 10, 20, 30] }

/** A sign beside a number, the same in every language: a unit or a currency. */
export const sign: Schema = { type: 'string', minLength: 1, maxLength: 8 }

/** The purposes of WCAG 1.3.5 that a town hall asks for. */
export const autocomplete: Schema = {
  enum: [
    'off',
    'name',
    'given-name',
    'family-name',
    'additional-name',
    'organization',
    'organization-title',
    'email',
    'tel',
    'bday',
    'url',
    'username',
    'street-address',
    'address-level2',
    'postal-code',
  ],
}
