import { textKeywords } from '#forms/kinds/keywords'
import { defineKind, written } from '#forms/kinds/kind'

const { pattern: _, ...lengths } = textKeywords

/** Text of several lines. */
export const longText = defineKind({
  name: 'long_text',
  type: 'string',
  keywords: lengths,
  options: { rows: { type: 'integer', minimum: 2, maximum: 30 } },
  feel: 'string',
  rule: (authored) => ({ maxLength: 4000, ...authored }),
  decode: (posted) => written(posted),
  read: (value) => String(value).split('\n'),
  example: ({ minLength }) => 'Hace dos semanas que no luce.'.padEnd(Number(minLength ?? 0), '.'),
  errors: ['required', 'minLength', 'maxLength'],
})
