import { tidyIban } from '#forms/checks/iban'
import { defineKind, tidied } from '#forms/kinds/kind'

/** A bank account. */
export const iban = defineKind({
  name: 'iban',
  type: 'string',
  feel: 'string',
  rule: (authored) => ({ ...authored, format: 'iban' }),
  decode: (posted) => tidied(posted, tidyIban),
  read: (value) => [String(value).replace(/(.{4})(?=.)/g, '$1 ')],
  example: () => 'ES2121000418450200051331',
  errors: ['required', 'format', 'control'],
  explain: (keyword, value) =>
    keyword === 'format' && /^ES\d{22}$/.test(String(value)) ? 'control' : keyword,
})
