import type { ArithmeticOperator } from '#expressions/tree'
import { DaysDuration, MonthsDuration } from '#expressions/values/duration'
import { type Decimal, decimal, finite } from '#expressions/values/number'
import { atTime, makeTime } from '#expressions/values/moments'
import { dateText, type FeelDate, FeelDateTime, FeelTime } from '#expressions/values/temporal'
import type { FeelValue } from '#expressions/values/value'

/** Null for what has no result: division by zero, overflow. */
// the key of a rule names the kinds of its operands, which the type of a table can't express
export type Rule = (a: any, b: any) => FeelValue
type Rules = Partial<Record<string, Rule>>

const DAYS = 'days and time duration'
const MONTHS = 'years and months duration'

const days = (seconds: Decimal) => finite(seconds) && new DaysDuration(seconds)
const months = (count: number) => (Number.isSafeInteger(count) ? new MonthsDuration(count || 0) : null)
const nanoseconds = (seconds: Decimal) => {
  const whole = seconds.trunc()
  return { seconds: whole.toNumber(), nanoseconds: seconds.minus(whole).times(1e9).trunc().toNumber() }
}

function midnight(date: FeelDate, zone: 'UTC' | null): FeelDateTime {
  const moment = atTime(date, makeTime(0, 0, 0, zone) as FeelTime)
  if (!moment) throw new RangeError(dateText(date))
  return moment
}

/** In a zone, a length of time is added to the instant; the clock may have been changed meanwhile. */
const later = ({ zoned, zone }: FeelDateTime, { seconds }: DaysDuration): FeelDateTime =>
  FeelDateTime.of(zoned.add(nanoseconds(seconds)), zone)

const shift = (date: FeelDate, duration: DaysDuration): FeelDate =>
  later(midnight(date, null), duration).local.toPlainDate()
const shiftTime = ({ time, zone }: FeelTime, { seconds }: DaysDuration) =>
  new FeelTime(time.add(nanoseconds(seconds.mod(86_400))), zone)

/** Months are added on the calendar; where the clock passes over that time of day, it is as much later. */
const addMonths = ({ zoned, zone }: FeelDateTime, { months }: MonthsDuration) =>
  FeelDateTime.of(zoned.add({ months }), zone)

/** A date has no zone: against a moment in one it is read in UTC. */
const utcLike = ({ zone }: FeelDateTime) => (zone === null ? null : 'UTC')

const minus = (duration: DaysDuration) => new DaysDuration(duration.seconds.neg())
const less = (duration: MonthsDuration) => new MonthsDuration(-duration.months)

/** Between two moments that both have a zone, or both none. */
function elapsed(a: FeelDateTime, b: FeelDateTime): DaysDuration | null {
  if ((a.zone === null) !== (b.zone === null)) return null
  return new DaysDuration(decimal((a.nanoseconds - b.nanoseconds).toString()).div(1e9))
}

const plus: Rules = {
  'number + number': (a: Decimal, b) => finite(a.plus(b)),
  'string + string': (a: string, b) => a + b,
  [`${DAYS} + ${DAYS}`]: (a, b) => days(a.seconds.plus(b.seconds)),
  [`${MONTHS} + ${MONTHS}`]: (a, b) => months(a.months + b.months),
  [`date + ${DAYS}`]: shift,
  [`date + ${MONTHS}`]: (a: FeelDate, b: MonthsDuration) => a.add({ months: b.months }),
  [`time + ${DAYS}`]: shiftTime,
  [`date and time + ${DAYS}`]: later,
  [`date and time + ${MONTHS}`]: addMonths,
}

/** A length of time may come first. */
const turned: Rules = Object.fromEntries(
  ['date', 'time', 'date and time'].flatMap((kind) =>
    [DAYS, MONTHS].flatMap((length) => {
      const rule = plus[`${kind} + ${length}`]
      return rule ? [[`${length} + ${kind}`, (a: FeelValue, b: FeelValue) => rule(b, a)]] : []
    })
  )
)

const difference: Rules = {
  'number - number': (a: Decimal, b) => finite(a.minus(b)),
  [`${DAYS} - ${DAYS}`]: (a, b) => days(a.seconds.minus(b.seconds)),
  [`${MONTHS} - ${MONTHS}`]: (a, b) => months(a.months - b.months),
  [`date - ${DAYS}`]: (a, b) => shift(a, minus(b)),
  [`date - ${MONTHS}`]: (a: FeelDate, b: MonthsDuration) => a.subtract({ months: b.months }),
  [`time - ${DAYS}`]: (a, b) => shiftTime(a, minus(b)),
  [`date and time - ${DAYS}`]: (a, b) => later(a, minus(b)),
  [`date and time - ${MONTHS}`]: (a, b) => addMonths(a, less(b)),
  'date - date': (a, b) => elapsed(midnight(a, null), midnight(b, null)),
  'time - time': (a: FeelTime, b: FeelTime) => elapsed(a.onEpoch(), b.onEpoch()),
  'date and time - date and time': elapsed,
  'date and time - date': (a, b) => elapsed(a, midnight(b, utcLike(a))),
  'date - date and time': (a, b) => elapsed(midnight(a, utcLike(b)), b),
}

const times: Rules = {
  'number * number': (a: Decimal, b) => finite(a.times(b)),
  [`${DAYS} * number`]: (a, b) => days(a.seconds.times(b)),
  [`number * ${DAYS}`]: (a, b) => days(b.seconds.times(a)),
  [`${MONTHS} * number`]: (a, b: Decimal) => months(b.times(a.months).trunc().toNumber()),
  [`number * ${MONTHS}`]: (a: Decimal, b) => months(a.times(b.months).trunc().toNumber()),
}

const ratio = (a: Decimal, b: Decimal) => (b.isZero() ? null : finite(a.div(b)))

const divided: Rules = {
  'number / number': ratio,
  [`${DAYS} / number`]: (a, b: Decimal) => (b.isZero() ? null : days(a.seconds.div(b))),
  [`${MONTHS} / number`]: (a, b: Decimal) =>
    b.isZero() ? null : months(decimal(a.months).div(b).trunc().toNumber()),
  [`${DAYS} / ${DAYS}`]: (a, b) => ratio(a.seconds, b.seconds),
  [`${MONTHS} / ${MONTHS}`]: (a, b) => ratio(decimal(a.months), decimal(b.months)),
}

/** What each operator does to each pair of kinds; a pair that is not here has no result. */
export const RULES: Record<ArithmeticOperator, Rules> = {
  '+': { ...plus, ...turned },
  '-': difference,
  '*': times,
  '/': divided,
  '**': { 'number ** number': (a: Decimal, b) => finite(a.pow(b)) },
}
