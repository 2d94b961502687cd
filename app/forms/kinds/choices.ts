import type { Json } from '#core/json'
import { itemsKeywords, optionValues } from '#forms/kinds/keywords'
import { defineKind, written } from '#forms/kinds/kind'
import type { Schema } from '#forms/types'

const options = (authored: Schema): Json[] => (authored.items as Schema).enum as Json[]

/** Any number of several: checkboxes. None ticked is not answered. */
export const choices = defineKind({
  name: 'choices',
  type: 'array',
  keywords: {
    ...itemsKeywords,
    items: {
      type: 'object',
      properties: { type: { const: 'string' }, enum: optionValues },
      required: ['type', 'enum'],
      additionalProperties: false,
    },
  },
  needs: ['items'],
  feel: { list: 'string' },
  rule: (authored) => ({ minItems: 1, ...authored, uniqueItems: true }),
  decode: (posted) => {
    const chosen = [posted]
      .flat()
      .map(written)
      .filter((value) => value !== undefined)
    return chosen.length > 0 ? [...new Set(chosen)] : undefined
  },
  read: (value, _, __, label) => [value].flat().map((option) => label(String(option))),
  example: (authored) => options(authored).slice(0, Number(authored.minItems ?? 1) || 1),
  errors: ['required', 'minItems', 'maxItems', 'enum'],
})
