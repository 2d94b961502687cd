import { autocomplete } from '#forms/kinds/keywords'
import { defineKind, written } from '#forms/kinds/kind'

/** An electronic mail address. */
export const email = defineKind({
  name: 'email',
  type: 'string',
  options: { autocomplete },
  feel: 'string',
  rule: (authored) => ({ ...authored, format: 'email' }),
  decode: (posted) => written(posted),
  read: (value) => [String(value)],
  example: () => 'amparo.ferrer@example.org',
  errors: ['required', 'format'],
})
