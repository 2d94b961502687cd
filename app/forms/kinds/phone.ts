import { spacedPhone, tidyPhone } from '#forms/checks/phone'
import { autocomplete } from '#forms/kinds/keywords'
import { defineKind, written } from '#forms/kinds/kind'

/** A telephone number, kept in its international form. */
export const phone = defineKind({
  name: 'phone',
  type: 'string',
  options: { autocomplete },
  feel: 'string',
  rule: (authored) => ({ ...authored, format: 'phone' }),
  decode: (posted) => {
    const text = written(posted)
    return text && tidyPhone(text)
  },
  read: (value) => [spacedPhone(String(value))],
  example: () => '+34600111222',
  errors: ['required', 'format'],
})
