import { type Decimal, isNumber } from '#expressions/values/number'
import { isDate } from '#expressions/values/temporal'
import { type FeelRange, type FeelValue } from '#expressions/values/value'

/** Whole numbers or days from one to the other, in either direction; lazy, so that a bound can stop it. */
export function span(
  from: FeelValue,
  to: FeelValue,
  { lowClosed, highClosed } = BOTH
): Iterable<FeelValue> | null {
  if (isNumber(from) && isNumber(to) && (from as Decimal).isInteger() && (to as Decimal).isInteger()) {
    const sign = from.lte(to) ? 1 : -1
    return steps(
      from as Decimal,
      to as Decimal,
      lowClosed,
      highClosed,
      (n) => n.plus(sign),
      (a, b) => a.eq(b)
    )
  }
  if (isDate(from) && isDate(to)) {
    const sign = from.until(to).sign < 0 ? -1 : 1
    return steps(
      from,
      to,
      lowClosed,
      highClosed,
      (day) => day.add({ days: sign }),
      (a, b) => a.equals(b)
    )
  }
  return null
}

const BOTH: Pick<FeelRange, 'lowClosed' | 'highClosed'> = { lowClosed: true, highClosed: true }

function* steps<T extends FeelValue>(
  from: T,
  to: T,
  withFirst: boolean,
  withLast: boolean,
  next: (value: T) => T,
  equal: (a: T, b: T) => boolean
): Iterable<T> {
  if (withFirst && (withLast || !equal(from, to))) yield from
  for (let value = from; !equal(value, to);) {
    value = next(value)
    if (withLast || !equal(value, to)) yield value
  }
}
