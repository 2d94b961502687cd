import { DaysDuration, MonthsDuration } from '#expressions/values/duration'
import { type Decimal, isNumber } from '#expressions/values/number'
import { type FeelDate, FeelDateTime, FeelTime, isDate } from '#expressions/values/temporal'

/** An interval; a null end is unbounded, and never closed. */
export class FeelRange {
  constructor(
    readonly low: FeelValue,
    readonly high: FeelValue,
    readonly lowClosed: boolean,
    readonly highClosed: boolean
  ) {}
}

export type FeelContext = Map<string, FeelValue>

export type FeelValue =
  | null
  | boolean
  | string
  | Decimal
  | FeelDate
  | FeelTime
  | FeelDateTime
  | DaysDuration
  | MonthsDuration
  | FeelRange
  | FeelContext
  | FeelValue[]

export type Kind =
  | 'null'
  | 'boolean'
  | 'string'
  | 'number'
  | 'date'
  | 'time'
  | 'date and time'
  | 'days and time duration'
  | 'years and months duration'
  | 'range'
  | 'context'
  | 'list'

/** What a value is, in FEEL's own words. */
export function kindOf(value: FeelValue): Kind {
  if (value === null) return 'null'
  if (typeof value === 'boolean') return 'boolean'
  if (typeof value === 'string') return 'string'
  if (isNumber(value)) return 'number'
  if (Array.isArray(value)) return 'list'
  if (value instanceof Map) return 'context'
  if (isDate(value)) return 'date'
  if (value instanceof FeelTime) return 'time'
  if (value instanceof FeelDateTime) return 'date and time'
  if (value instanceof DaysDuration) return 'days and time duration'
  if (value instanceof MonthsDuration) return 'years and months duration'
  return 'range'
}
