import { Temporal } from 'temporal-polyfill'

/** The date (`YYYY-MM-DD`) that the town's clocks and calendars show at an instant. */
export const localDate = (at: Date, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString()
