import { type Calendar, type Deadline, deadline } from '#deadlines/index'

/** Law 39/2015, art. 43.2: ten natural days, wherever the last one falls. */
const TERM = { amount: 10, unit: 'natural_days' as const }

/** Until when a notification can be opened. No closed day changes it: the time zone of the town is enough. */
export const openedUntil = (madeAvailableAt: Date, timeZone: string): Deadline => {
  const calendar: Calendar = { id: timeZone, timeZone, weekend: [], holidays: {}, years: [] }
  return deadline(TERM, madeAvailableAt.toISOString(), calendar, { movesToWorkingDay: false })
}
