import type { FeelType } from '#expressions/types'
import type { MonthsDuration } from '#expressions/values/duration'
import { DaysDuration } from '#expressions/values/duration'
import { decimal } from '#expressions/values/number'
import type { FeelDateTime } from '#expressions/values/temporal'
import { FeelTime } from '#expressions/values/temporal'
import type { FeelRange } from '#expressions/values/value'
import { type FeelValue, type Kind } from '#expressions/values/value'

type Properties = Record<string, { type: FeelType; read: (value: any) => FeelValue }>

const number = (read: (value: any) => number): Properties[string] => ({
  type: 'number',
  read: (value) => decimal(read(value)),
})

const day = (of: (value: any) => any): Properties => ({
  year: number((value) => of(value).year),
  month: number((value) => of(value).month),
  day: number((value) => of(value).day),
  weekday: number((value) => of(value).dayOfWeek),
})

const clock = (of: (value: any) => any): Properties => ({
  hour: number((value) => of(value).hour),
  minute: number((value) => of(value).minute),
  second: number((value) => of(value).second),
  'time offset': { type: 'days and time duration', read: offset },
  timezone: { type: 'string', read: (value) => value.zone },
})

/** What can be asked of a value with a dot, by its kind. */
export const PROPERTIES: Partial<Record<Kind, Properties>> = {
  date: day((value) => value),
  time: clock((value: FeelTime) => value.time),
  'date and time': {
    ...day((value: FeelDateTime) => value.local),
    ...clock((value: FeelDateTime) => value.local),
  },
  'days and time duration': Object.fromEntries(
    (['days', 'hours', 'minutes', 'seconds'] as const).map((part) => [
      part,
      { type: 'number', read: (value: DaysDuration) => value.parts()[part] },
    ])
  ),
  'years and months duration': {
    years: number((value: MonthsDuration) => Math.trunc(value.months / 12) || 0),
    months: number((value: MonthsDuration) => value.months % 12 || 0),
  },
  range: {
    start: { type: 'any', read: (value: FeelRange) => value.low },
    end: { type: 'any', read: (value: FeelRange) => value.high },
    'start included': { type: 'boolean', read: (value: FeelRange) => value.lowClosed },
    'end included': { type: 'boolean', read: (value: FeelRange) => value.highClosed },
  },
}

function offset(value: FeelTime | FeelDateTime): FeelValue {
  if (value.zone === null) return null
  const { zoned } = value instanceof FeelTime ? value.onEpoch() : value
  return new DaysDuration(decimal(zoned.offsetNanoseconds).div(1e9))
}
