import type { Json } from '#core/json'
import { optionValues } from '#forms/kinds/keywords'
import { defineKind, written } from '#forms/kinds/kind'

/** One of several: radios, or a list to open when there are many. */
export const choice = defineKind({
  name: 'choice',
  type: 'string',
  keywords: { enum: optionValues },
  needs: ['enum'],
  options: { as: { enum: ['radios', 'select'] }, inline: { type: 'boolean' } },
  feel: 'string',
  rule: (authored) => authored,
  decode: (posted) => written(posted),
  read: (value, _, __, label) => [label(String(value))],
  example: (authored) => (authored.enum as Json[])[0] ?? null,
  errors: ['required', 'enum'],
})
