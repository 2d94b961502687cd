import { Temporal } from 'temporal-polyfill'

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
    readonly zone: string | null,
    private readonly computed?: Temporal.ZonedDateTime
  ) {}

  /** What was computed keeps its instant: where a clock is put back, two have the same time of day. */
  static of(zoned: Temporal.ZonedDateTime, zone: string | null): FeelDateTime {
    return new FeelDateTime(zoned.toPlainDateTime(), zone, zoned)
  }

  /** Without a zone, as if in UTC: only good against another without one. */
  get zoned(): Temporal.ZonedDateTime {
    return this.computed ?? this.local.toZonedDateTime(this.zone ?? 'UTC')
  }

  get nanoseconds(): bigint {
    return this.zoned.epochNanoseconds
  }

  /** The name of a zone means the first of two moments; the second is told by its offset. */
  toString(): string {
    const first = new FeelDateTime(this.local, this.zone)
    const zone = !this.computed || first.nanoseconds === this.nanoseconds ? this.zone : this.computed.offset
    return `${dateText(this.local)}T${plainTime(this.local.toPlainTime())}${zoneText(zone)}`
  }
}

/** No place on earth is farther than 18 hours from UTC. */
const FARTHEST = 18 * 3600 * 1e9
const EPOCH = new Temporal.PlainDateTime(1970, 1, 1)

export const isDate = (value: unknown): value is FeelDate => value instanceof Temporal.PlainDate

/** Temporal writes far years with a sign and six figures; FEEL, with what they need. */
export const dateText = ({ year, month, day }: Pick<FeelDate, 'year' | 'month' | 'day'>): string =>
  `${year < 0 ? '-' : ''}${padded(Math.abs(year), 4)}-${padded(month, 2)}-${padded(day, 2)}`

const padded = (value: number, length: number) => String(value).padStart(length, '0')

/** Temporal answers RangeError to what doesn't exist; FEEL answers null. */
export function orNull<T>(make: () => T): T | null {
  try {
    return make()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

export function checkedZone(zone: string | null): string | null {
  if (zone === null) return null
  if (zone === 'Z' || zone === '+00:00' || zone === '-00:00') return 'UTC'
  const { offsetNanoseconds } = EPOCH.toZonedDateTime(zone)
  if (Math.abs(offsetNanoseconds) > FARTHEST) throw new RangeError(zone)
  return zone
}

const zoneText = (zone: string | null): string =>
  zone === null ? '' : zone === 'UTC' ? 'Z' : /^[+-]/.test(zone) ? zone : `@${zone}`

const plainTime = (time: Temporal.PlainTime): string => time.toString({ fractionalSecondDigits: 'auto' })
