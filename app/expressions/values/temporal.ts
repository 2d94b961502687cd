import { Temporal } from 'temporal-polyfill'
import { type DaysDuration, type MonthsDuration, parseDuration } from '#expressions/values/duration'

export type FeelDate = Temporal.PlainDate

/** A time of day; `zone` is an offset (`+02:00`), `UTC` or a name (`Europe/Madrid`), or null when local. */
export class FeelTime {
  constructor(
    readonly time: Temporal.PlainTime,
    readonly zone: string | null
  ) {}

  /** The same time on a fixed day, so that times with a zone can be put in order. */
  onEpoch(): FeelDateTime {
    return new FeelDateTime(EPOCH.withPlainTime(this.time), this.zone)
  }

  toString(): string {
    return plainTime(this.time) + zoneText(this.zone)
  }
}

/** A date and a time of day, in a zone or local. */
export class FeelDateTime {
  constructor(
    readonly local: Temporal.PlainDateTime,
    readonly zone: string | null
  ) {}

  /** Nanoseconds of the instant; without a zone, as if in UTC: only good against another without one. */
  get nanoseconds(): bigint {
    return this.local.toZonedDateTime(this.zone ?? 'UTC').epochNanoseconds
  }

  toString(): string {
    return `${this.local.toPlainDate()}T${plainTime(this.local.toPlainTime())}${zoneText(this.zone)}`
  }
}

/** No place on earth is farther than 18 hours from UTC. */
const FARTHEST = 18 * 3600 * 1e9
const EPOCH = new Temporal.PlainDateTime(1970, 1, 1)
const DATE = /^(-?(?:\d{4}|[1-9]\d{4,5}))-(\d{2})-(\d{2})$/
const TIME = /^(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9})\d*)?(Z|[+-]\d{2}:\d{2}|@[A-Za-z0-9_+\-/]+)?$/

export const isDate = (value: unknown): value is FeelDate => value instanceof Temporal.PlainDate

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
  const cut = text.indexOf('T')
  const date = parseDate(cut < 0 ? text : text.slice(0, cut))
  const time = cut < 0 ? makeTime(0, 0, 0, null) : parseTime(text.slice(cut + 1))
  return date && time && atTime(date, time)
}

export const atTime = (date: FeelDate, time: FeelTime): FeelDateTime =>
  new FeelDateTime(date.toPlainDateTime(time.time), time.zone)

/** What `@"..."` means: the first of duration, date, time, date and time that reads the text. */
export const parseTemporal = (
  text: string
): FeelDate | FeelTime | FeelDateTime | DaysDuration | MonthsDuration | null =>
  parseDuration(text) ?? parseDate(text) ?? parseTime(text) ?? parseDateTime(text)

/** An instant as people in `zone` read it; null when either is not valid. */
export const instantIn = (instant: string, zone: string): FeelDateTime | null =>
  orNull(() => {
    const zoned = Temporal.Instant.from(instant).toZonedDateTimeISO(zone)
    return new FeelDateTime(zoned.toPlainDateTime(), checkedZone(zone))
  })

/** Temporal answers RangeError to what doesn't exist; FEEL answers null. */
export function orNull<T>(make: () => T): T | null {
  try {
    return make()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function checkedZone(zone: string | null): string | null {
  if (zone === null) return null
  if (zone === 'Z' || zone === '+00:00' || zone === '-00:00') return 'UTC'
  const { offsetNanoseconds } = EPOCH.toZonedDateTime(zone)
  if (Math.abs(offsetNanoseconds) > FARTHEST) throw new RangeError(zone)
  return zone
}

const zoneText = (zone: string | null): string =>
  zone === null ? '' : zone === 'UTC' ? 'Z' : /^[+-]/.test(zone) ? zone : `@${zone}`

const plainTime = (time: Temporal.PlainTime): string => time.toString({ fractionalSecondDigits: 'auto' })
