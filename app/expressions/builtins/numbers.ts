import { Decimal as Base } from 'decimal.js'
import { type Body, builtin } from '#expressions/builtins/signature'
import { DaysDuration, MonthsDuration } from '#expressions/values/duration'
import { Decimal, decimal, finite, SERIES } from '#expressions/values/number'

type Rounding = Base.Rounding

/** To `scale` decimals, which may be negative; null beyond what decimal128 can hold. */
export function rounded(value: Decimal, scale: Decimal | null, mode: Rounding): Decimal | null {
  const places = scale === null ? 0 : scale.trunc().toNumber()
  if (places < -6111 || places > 6176) return null
  if (places >= 0) return finite(value.toDecimalPlaces(places, mode))
  const unit = decimal(10).pow(-places)
  return finite(value.div(unit).toDecimalPlaces(0, mode).times(unit))
}

const rounding =
  (mode: Rounding): Body =>
  ([value, scale]) =>
    rounded(value, scale, mode)

/** All the digits between the largest and the smallest number; a remainder takes the sign of its divisor. */
const Wide = Decimal.clone({ precision: 13_000, modulo: Base.ROUND_FLOOR })
/** Those of a quotient that are found in the time of a step. */
const DIGITS_A_STEP = 40

/** What is left, exactly: modulo(-12, 5) is 3. Null where a number can't hold it, as of modulo(-1, 10**40). */
function modulo(value: Decimal, divisor: Decimal): Decimal | null {
  const left = new Wide(value).mod(divisor)
  return left.precision() > Decimal.precision ? null : finite(new Decimal(left))
}

/** By a series, which takes its time. */
const real =
  (compute: (value: Decimal) => Decimal): Body =>
  ([value], session) => {
    session.spend(SERIES)
    return finite(compute(value))
  }

export const numbers = [
  builtin('decimal(n: number, scale: number): number', rounding(Base.ROUND_HALF_EVEN)),
  builtin('round half up(n: number, scale: number): number', rounding(Base.ROUND_HALF_UP)),
  builtin('round half down(n: number, scale: number): number', rounding(Base.ROUND_HALF_DOWN)),
  builtin('round up(n: number, scale: number): number', rounding(Base.ROUND_UP)),
  builtin('round down(n: number, scale: number): number', rounding(Base.ROUND_DOWN)),
  builtin('floor(n: number, scale?: number): number', rounding(Base.ROUND_FLOOR)),
  builtin('ceiling(n: number, scale?: number): number', rounding(Base.ROUND_CEIL)),

  builtin('abs(n: number): number', ([n]) => n.abs()),
  builtin(
    'abs(n: days and time duration): days and time duration',
    ([n]) => new DaysDuration(n.seconds.abs())
  ),
  builtin(
    'abs(n: years and months duration): years and months duration',
    ([n]) => new MonthsDuration(Math.abs(n.months))
  ),
  builtin('modulo(dividend: number, divisor: number): number', ([n, divisor], session) => {
    session.spend(Math.ceil(Math.abs(n.e - divisor.e) / DIGITS_A_STEP))
    return modulo(n, divisor)
  }),
  builtin(
    'sqrt(number: number): number',
    real((n) => n.sqrt())
  ),
  builtin(
    'log(number: number): number',
    real((n) => n.ln())
  ),
  builtin(
    'exp(number: number): number',
    real((n) => n.exp())
  ),
  builtin('odd(number: number): boolean', ([n]) => (n.isInteger() ? !n.mod(2).isZero() : null)),
  builtin('even(number: number): boolean', ([n]) => (n.isInteger() ? n.mod(2).isZero() : null)),
]
