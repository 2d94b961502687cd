import { holderOf, tidyIdNumber } from '#forms/checks/id_number'
import { defineKind, tidied } from '#forms/kinds/kind'

/** A Spanish identity number. `holder` narrows it to persons (DNI, NIE) or to entities. */
export const idNumber = defineKind({
  name: 'id_number',
  type: 'string',
  keywords: { holder: { enum: ['person', 'entity'] } },
  feel: 'string',
  rule: (authored) => ({ ...authored, format: 'id_number' }),
  decode: (posted) => tidied(posted, tidyIdNumber),
  read: (value) => [String(value)],
  example: ({ holder }) => (holder === 'entity' ? 'A11111119' : '12345678Z'),
  errors: ['required', 'format', 'control', 'person', 'entity'],
  explain: (keyword, value) => {
    const holder = holderOf(String(value))
    if (keyword === 'holder') return holder === 'entity' ? 'person' : 'entity'
    return keyword === 'format' && holder ? 'control' : keyword
  },
})
