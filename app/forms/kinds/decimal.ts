import { tidyDecimal } from '#forms/checks/decimal'
import { decimalKeywords, sign, width } from '#forms/kinds/keywords'
import { defineKind, tidied } from '#forms/kinds/kind'
import { exact } from '#forms/kinds/numbers'

/** An exact number with decimals, kept as text: square metres, kilowatts, a share. */
export const decimal = defineKind({
  name: 'decimal',
  type: 'string',
  keywords: decimalKeywords,
  options: { width, prefix: sign, suffix: sign },
  feel: 'number',
  rule: (authored) => ({ ...authored, format: 'decimal' }),
  decode: (posted) => tidied(posted, tidyDecimal),
  read: (value, { options }, { lang }) => [
    [options.prefix, exact(lang, { maximumFractionDigits: 12 })(String(value)), options.suffix]
      .filter(Boolean)
      .join(' '),
  ],
  example: ({ decimalMinimum }) => String(decimalMinimum ?? '12.5'),
  errors: ['required', 'format', 'decimalMinimum', 'decimalMaximum', 'decimalMultipleOf'],
})
