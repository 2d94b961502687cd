import { Decimal } from 'decimal.js'

const SHAPE = /^-?(?:0|[1-9]\d{0,17})(?:\.\d{1,12})?$/
const Exact = Decimal.clone({ precision: 60 })

/** Whether a text is a decimal number as the house writes it: a point, no grouping, at most 18 and 12 digits. */
export const isDecimal = (text: string): boolean => SHAPE.test(text)

export const atLeast = (value: string, limit: string): boolean =>
  !isDecimal(value) || new Exact(value).gte(limit)

export const atMost = (value: string, limit: string): boolean =>
  !isDecimal(value) || new Exact(value).lte(limit)

export const isMultiple = (value: string, step: string): boolean =>
  !isDecimal(value) || new Exact(value).mod(step).isZero()

/**
 * A number as people in Spain write it ("1.234,56 €", "1234,5") made into the form that is kept
 * ("1234.56"). The last of two different separators is the decimal one; a lone comma is decimal; lone
 * points that part groups of three are not. What can't be read comes back as it was.
 */
export function tidyDecimal(text: string): string {
  const bare = text.replace(/[\s\u00a0\u202f€]/g, '').replace('−', '-')
  if (!/^-?[\d.,]+$/.test(bare)) return text
  const plain = withPoint(bare)
  if (!/^-?\d+(\.\d+)?$/.test(plain)) return text
  return plain.replace(/^(-?)0+(?=\d)/, '$1').replace(/^-(0(\.0+)?)$/, '$1')
}

const DOTTED = /^-?[1-9]\d{0,2}(\.\d{3})+$/
const COMMAED = /^-?[1-9]\d{0,2}(,\d{3}){2,}$/
const SPANISH = /^-?(\d{1,3}(\.\d{3})+|\d+),\d+$/
const ENGLISH = /^-?\d{1,3}(,\d{3})+\.\d+$/

function withPoint(bare: string): string {
  if (SPANISH.test(bare)) return bare.replaceAll('.', '').replace(',', '.')
  if (DOTTED.test(bare)) return bare.replaceAll('.', '')
  if (COMMAED.test(bare) || ENGLISH.test(bare)) return bare.replaceAll(',', '')
  return bare
}
