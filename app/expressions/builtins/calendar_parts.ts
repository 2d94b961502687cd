import { builtin } from '#expressions/builtins/signature'
import { decimal } from '#expressions/values/number'
import { type FeelDate, type FeelDateTime, isDate } from '#expressions/values/temporal'
import type { FeelValue } from '#expressions/values/value'

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** Each can be asked of a date and of a date and time. Names are in English, as the standard has them. */
const both = (name: string, returns: string, read: (date: FeelDate) => FeelValue) =>
  ['date', 'date and time'].map((type) =>
    builtin(`${name}(date: ${type}): ${returns}`, ([value]: (FeelDate | FeelDateTime)[]) =>
      read(isDate(value) ? value : (value as FeelDateTime).local.toPlainDate())
    )
  )

export const calendarParts = [
  ...both('day of year', 'number', (date) => decimal(date.dayOfYear)),
  ...both('day of week', 'string', (date) => DAYS[date.dayOfWeek - 1] ?? null),
  ...both('month of year', 'string', (date) => MONTHS[date.month - 1] ?? null),
  ...both('week of year', 'number', (date) => decimal(date.weekOfYear ?? 0)),
]
