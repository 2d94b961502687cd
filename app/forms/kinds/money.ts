import { tidyDecimal } from '#forms/checks/decimal'
import { decimalKeywords, width } from '#forms/kinds/keywords'
import { defineKind, written } from '#forms/kinds/kind'
import { euros } from '#forms/kinds/numbers'

const cents = (amount: string): string => {
  const [, whole, fraction = ''] = /^(-?\d+)(?:\.(\d{1,2}))?$/.exec(amount) ?? []
  return whole === undefined ? amount : `${whole}.${fraction.padEnd(2, '0')}`
}

/** An amount in euros, kept as text with two decimals. Less than nothing only if the author allows it. */
export const money = defineKind({
  name: 'money',
  type: 'string',
  keywords: decimalKeywords,
  options: { width },
  feel: 'number',
  rule: (authored) => ({
    decimalMinimum: '0',
    decimalMultipleOf: '0.01',
    ...authored,
    format: 'decimal',
  }),
  decode: (posted) => {
    const text = written(posted)
    return text && cents(tidyDecimal(text))
  },
  read: (value, _, { lang }) => [euros(lang)(String(value))],
  example: ({ decimalMinimum }) => cents(String(decimalMinimum ?? '1234.56')),
  errors: ['required', 'format', 'decimalMinimum', 'decimalMaximum', 'decimalMultipleOf'],
})
