import type { Session } from '#expressions/evaluate/session'
import { builtin } from '#expressions/builtins/signature'
import { type DaysDuration, MonthsDuration, parseDuration } from '#expressions/values/duration'
import type { Decimal } from '#expressions/values/number'
import {
  atTime,
  instantIn,
  makeDate,
  makeTime,
  parseDate,
  parseDateTime,
  parseTime,
  whyNoMoment,
} from '#expressions/values/moments'
import {
  dateText,
  type FeelDate,
  type FeelDateTime,
  FeelTime,
  isDate,
  orNull,
} from '#expressions/values/temporal'

const whole = (value: Decimal) => (value.isInteger() ? value.toNumber() : Number.NaN)
const midnight = () => makeTime(0, 0, 0, null) as FeelTime

const DAYS = ['date', 'date and time']
const dayOf = (value: FeelDate | FeelDateTime) => (isDate(value) ? value : value.local.toPlainDate())

const SKIPPED = 'MOMENT_SKIPPED'

const momentOf = (date: FeelDate, time: FeelTime, session: Session, at: number): FeelDateTime | null =>
  atTime(date, time) ?? session.nothing(SKIPPED, at, { text: `${dateText(date)}T${time}` })

export const dates = [
  builtin('date(from: string): date', ([text]) => parseDate(text)),
  builtin('date(from: date): date', ([date]) => date),
  builtin('date(from: date and time): date', ([moment]) => moment.local.toPlainDate()),
  builtin('date(year: number, month: number, day: number): date', ([year, month, day]) =>
    makeDate(whole(year), whole(month), whole(day))
  ),

  builtin('time(from: string): time', ([text]) => parseTime(text)),
  builtin('time(from: time): time', ([time]) => time),
  builtin(
    'time(from: date and time): time',
    ([moment]) => new FeelTime(moment.local.toPlainTime(), moment.zone)
  ),
  builtin('time(from: date): time', () => makeTime(0, 0, 0, 'UTC')),
  builtin(
    'time(hour: number, minute: number, second: number, offset?: days and time duration): time',
    ([hour, minute, second, offset]) => timeOf(hour, minute, second, offset)
  ),

  builtin('date and time(from: string): date and time', ([text], session, at) => {
    const moment = parseDateTime(text)
    return moment ?? (whyNoMoment(text) === SKIPPED ? session.nothing(SKIPPED, at, { text }) : null)
  }),
  builtin('date and time(from: date and time): date and time', ([moment]) => moment),
  builtin('date and time(from: date): date and time', ([date]) => atTime(date, midnight())),
  builtin('date and time(date: date, time: time): date and time', ([date, time], session, at) =>
    momentOf(date, time, session, at)
  ),
  builtin('date and time(date: date and time, time: time): date and time', ([moment, time], session, at) =>
    momentOf(moment.local.toPlainDate(), time, session, at)
  ),

  builtin('duration(from: string): any', ([text]) => parseDuration(text)),
  ...DAYS.flatMap((from) =>
    DAYS.map((to) =>
      builtin(`years and months duration(from: ${from}, to: ${to}): years and months duration`, ([a, b]) =>
        monthsBetween(dayOf(a), dayOf(b))
      )
    )
  ),

  builtin('now(): date and time', (_, session, at) =>
    session.now === null ? session.nothing('NOW_NOT_GIVEN', at) : instantIn(session.now, session.timeZone)
  ),
  builtin('today(): date', (_, session, at) =>
    session.now === null
      ? session.nothing('NOW_NOT_GIVEN', at)
      : (instantIn(session.now, session.timeZone)?.local.toPlainDate() ?? null)
  ),
]

function timeOf(
  hour: Decimal,
  minute: Decimal,
  second: Decimal,
  offset: DaysDuration | null
): FeelTime | null {
  const fraction = second.minus(second.floor()).toFixed(9).slice(2)
  return makeTime(
    whole(hour),
    whole(minute),
    second.floor().toNumber(),
    offset && offsetText(offset),
    fraction
  )
}

const offsetText = ({ seconds }: DaysDuration): string => {
  const minutes = seconds.abs().div(60)
  const two = (value: Decimal) => value.toFixed(0).padStart(2, '0')
  return `${seconds.isNegative() ? '-' : '+'}${two(minutes.divToInt(60))}:${two(minutes.mod(60))}`
}

/** Complete months from one to the other, with the sign of the way. */
function monthsBetween(from: FeelDate, to: FeelDate): MonthsDuration | null {
  return orNull(() => new MonthsDuration(from.until(to, { largestUnit: 'month' }).months || 0))
}
