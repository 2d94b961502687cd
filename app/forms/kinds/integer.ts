import type { Json } from '#core/json'
import { numberFormat } from '#core/locale'
import { tidyDecimal } from '#forms/checks/decimal'
import { integerKeywords, sign, width } from '#forms/kinds/keywords'
import { defineKind, written } from '#forms/kinds/kind'

const WHOLE = /^-?\d{1,15}$/

/** A whole number: people, rooms, metres. */
export const integer = defineKind({
  name: 'integer',
  type: 'integer',
  keywords: integerKeywords,
  options: { width, prefix: sign, suffix: sign },
  feel: 'number',
  rule: (authored) => ({
    minimum: Number.MIN_SAFE_INTEGER,
    maximum: Number.MAX_SAFE_INTEGER,
    ...authored,
  }),
  decode: (posted): Json | undefined => {
    const text = written(posted)
    const whole = text && tidyDecimal(text)
    return whole && WHOLE.test(whole) ? Number(whole) : text
  },
  read: (value, { options }, { lang }) => [
    [options.prefix, numberFormat(lang).format(Number(value)), options.suffix].filter(Boolean).join(' '),
  ],
  example: ({ minimum, maximum, multipleOf }) => {
    const step = Number(multipleOf ?? 1)
    const wanted = Math.min(Math.max(Number(minimum ?? 2), 2), Number(maximum ?? 2))
    return Math.ceil(wanted / step) * step
  },
  errors: ['required', 'type', 'minimum', 'maximum', 'multipleOf'],
})
