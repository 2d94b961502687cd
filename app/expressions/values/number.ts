import { Decimal as Base } from 'decimal.js'

/** FEEL numbers: 34 digits, half-even, with the exponents of IEEE 754 decimal128. */
export const Decimal = Base.clone({
  precision: 34,
  rounding: Base.ROUND_HALF_EVEN,
  minE: -6143,
  maxE: 6144,
  defaults: true,
})
export type Decimal = Base

const NUMBER = /^-?(\d+(\.\d+)?|\.\d+)([eE][+-]?\d+)?$/

/** The steps that a power, a root or a logarithm costs. */
export const SERIES = 40

export const decimal = (value: number | string): Decimal => new Decimal(value)

/** A number from its text, rounded to 34 digits; null when the text is not one or is out of range. */
export function parseNumber(text: string): Decimal | null {
  if (!NUMBER.test(text) || text.length > 7000) return null
  return finite(new Decimal(text).plus(0))
}

/** Infinity and not-a-number don't exist in FEEL: they are null. Minus zero is zero. */
export const finite = (value: Decimal): Decimal | null =>
  !value.isFinite() ? null : value.isZero() ? new Decimal(0) : value

export const isNumber = (value: unknown): value is Decimal => Base.isDecimal(value)

export const formatNumber = (value: Decimal): string => value.toFixed()
