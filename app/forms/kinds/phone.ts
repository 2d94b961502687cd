import { spacedPhone, tidyPhone } from '#forms/checks/phone'
import { autocomplete } from '#forms/kinds/keywords'
import { defineKind, tidied } from '#forms/kinds/kind'

/** A telephone number, kept in its international form. */
export const phone = defineKind({
  name: 'phone',
  type: 'string',
  options: { autocomplete },
  feel: 'string',
  rule: (authored) => ({ ...authored, format: 'phone' }),
  decode: (posted) => tidied(posted, tidyPhone),
  read: (value) => [spacedPhone(String(value))],
  example: () => '+34600111222',
  errors: ['required', 'format'],
})
