import { DaysDuration, MonthsDuration } from '#expressions/values/duration'
import { type Decimal, isNumber } from '#expressions/values/number'
import { FeelDateTime, FeelTime, isDate } from '#expressions/values/temporal'
import type { FeelRange } from '#expressions/values/value'
import { type FeelValue } from '#expressions/values/value'

const sign = <T extends number | bigint | string>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0)

/** -1, 0 or 1; null for two values that have no order between them. */
export function compare(a: FeelValue, b: FeelValue): number | null {
  if (isNumber(a) && isNumber(b)) return (a as Decimal).comparedTo(b)
  if (typeof a === 'string' && typeof b === 'string') return comparePoints(a, b)
  if (isDate(a) && isDate(b)) return dateSign(a, b)
  if (a instanceof FeelTime && b instanceof FeelTime) return compare(a.onEpoch(), b.onEpoch())
  if (a instanceof FeelDateTime && b instanceof FeelDateTime)
    return (a.zone === null) === (b.zone === null) ? sign(a.nanoseconds, b.nanoseconds) : null
  if (a instanceof DaysDuration && b instanceof DaysDuration) return a.seconds.comparedTo(b.seconds)
  if (a instanceof MonthsDuration && b instanceof MonthsDuration) return sign(a.months, b.months)
  return null
}

const dateSign = (a: { year: number; month: number; day: number }, b: typeof a) =>
  sign(a.year, b.year) || sign(a.month, b.month) || sign(a.day, b.day)

/** By code point, which is not the order of UTF-16 units: a pair that differs is read whole. */
function comparePoints(a: string, b: string): number {
  if (a === b) return 0
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  if (at > 0 && /[\ud800-\udbff]/.test(a[at - 1] ?? '')) at--
  return sign(a.codePointAt(at) ?? -1, b.codePointAt(at) ?? -1)
}

/** Whether a value lies in a range; null when they can't be compared. */
export function contains(range: FeelRange, value: FeelValue): boolean | null {
  const low = range.low === null ? 1 : compare(value, range.low)
  const high = range.high === null ? -1 : compare(value, range.high)
  if (low === null || high === null) return null
  return (range.lowClosed ? low >= 0 : low > 0) && (range.highClosed ? high <= 0 : high < 0)
}
