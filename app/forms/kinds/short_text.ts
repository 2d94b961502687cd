import { autocomplete, sign, textKeywords, width } from '#forms/kinds/keywords'
import { defineKind, written } from '#forms/kinds/kind'

/** One line of text. */
export const shortText = defineKind({
  name: 'short_text',
  type: 'string',
  keywords: textKeywords,
  options: { width, autocomplete, prefix: sign, suffix: sign },
  feel: 'string',
  rule: (authored) => ({ maxLength: 200, ...authored }),
  decode: (posted) => written(posted)?.replace(/\s+/g, ' '),
  read: (value) => [String(value)],
  example: ({ minLength }) => 'Farola apagada en la calle Mayor'.padEnd(Number(minLength ?? 0), '.'),
  errors: ['required', 'minLength', 'maxLength', 'pattern'],
})
