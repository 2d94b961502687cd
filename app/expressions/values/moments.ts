import { Temporal } from 'temporal-polyfill'
import { type DaysDuration, type MonthsDuration, parseDuration } from '#expressions/values/duration'
import { checkedZone, type FeelDate, FeelDateTime, FeelTime, orNull } from '#expressions/values/temporal'

const DATE = /^(-?(?:\d{4}|[1-9]\d{4,5}))-(\d{2})-(\d{2})$/
const TIME = /^(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9})\d*)?(Z|[+-]\d{2}:\d{2}|@[A-Za-z0-9_+\-/]+)?$/

export function makeDate(year: number, month: number, day: number): FeelDate | null {
  return orNull(() => Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }))
}

export function makeTime(
  hour: number,
  minute: number,
  second: number,
  zone: string | null,
  fraction = ''
): FeelTime | null {
  const nanoseconds = Number(fraction.padEnd(9, '0'))
  const [millisecond, microsecond, nanosecond] = [
    Math.floor(nanoseconds / 1e6),
    Math.floor(nanoseconds / 1e3) % 1000,
    nanoseconds % 1000,
  ]
  const parts = { hour, minute, second, millisecond, microsecond, nanosecond }
  return orNull(() => new FeelTime(Temporal.PlainTime.from(parts, { overflow: 'reject' }), checkedZone(zone)))
}

export function parseDate(text: string): FeelDate | null {
  const [, year, month, day] = DATE.exec(text) ?? []
  return year ? makeDate(Number(year), Number(month), Number(day)) : null
}

export function parseTime(text: string): FeelTime | null {
  const [, hour, minute, second, fraction, zone] = TIME.exec(text) ?? []
  return hour
    ? makeTime(Number(hour), Number(minute), Number(second), zone?.replace('@', '') ?? null, fraction)
    : null
}

/** `2026-01-31T10:00:00`, with or without a zone; a date alone is its midnight. */
export function parseDateTime(text: string): FeelDateTime | null {
  const [date, time] = partsOf(text)
  return date && time && atTime(date, time)
}

function partsOf(text: string): [FeelDate | null, FeelTime | null] {
  const cut = text.indexOf('T')
  return cut < 0
    ? [parseDate(text), makeTime(0, 0, 0, null)]
    : [parseDate(text.slice(0, cut)), parseTime(text.slice(cut + 1))]
}

/** Null where the clock of the zone passes over that time of day. */
export const atTime = (date: FeelDate, time: FeelTime): FeelDateTime | null =>
  orNull(() => {
    const moment = new FeelDateTime(date.toPlainDateTime(time.time), time.zone)
    return moment.zoned.toPlainDateTime().equals(moment.local) ? moment : null
  })

/** An offset never changes its clock. */
const hasName = (zone: string) => !/^([+-]|UTC$)/.test(zone)

/** Why a text is no moment: the clock passes over it, or it isn't written like one. */
export function whyNoMoment(text: string): 'MOMENT_SKIPPED' | 'NOT_A_MOMENT' {
  const [date, time] = partsOf(text)
  return date && time?.zone && hasName(time.zone) && !atTime(date, time) ? 'MOMENT_SKIPPED' : 'NOT_A_MOMENT'
}

/** What `@"..."` means: the first of duration, date, time, date and time that reads the text. */
export const parseTemporal = (
  text: string
): FeelDate | FeelTime | FeelDateTime | DaysDuration | MonthsDuration | null =>
  parseDuration(text) ?? parseDate(text) ?? parseTime(text) ?? parseDateTime(text)

/** An instant as people in `zone` read it; null when either is not valid. */
export const instantIn = (instant: string, zone: string): FeelDateTime | null =>
  orNull(() => FeelDateTime.of(Temporal.Instant.from(instant).toZonedDateTimeISO(zone), checkedZone(zone)))
