import type { Diagnostic } from '#core/diagnostic'
import { type ClosedDay, closedOn, doubtfulYears, openFrom } from '#deadlines/calendar'
import { instantMs, isoDate, isoInstant, localDay, startOfDay } from '#deadlines/day'
import type { Calendar } from '#deadlines/types'

export interface EffectiveFiling {
  /** The day the filing counts from, by the town's clock. */
  effectiveDate: string
  effectiveAt: string
  /** The day it really came in. */
  recordedDate: string
  /** Why it was put off, or null when it counts at once. */
  closedDay: ClosedDay | null
  warnings: Diagnostic[]
}

/**
 * When a filing counts, Law 39/2015, art. 31.2: one made on a closed day counts from the first hour
 * of the next working day. The calendar is that of the electronic office alone (30.6 is not applied).
 */
export function effectiveFiling(instant: string, calendar: Calendar): EffectiveFiling {
  const ms = instantMs(instant)
  const recorded = localDay(ms, calendar.timeZone)
  const effective = openFrom(recorded, calendar)
  const at = effective === recorded ? ms : startOfDay(effective, calendar.timeZone)
  return {
    effectiveDate: isoDate(effective),
    effectiveAt: isoInstant(at),
    recordedDate: isoDate(recorded),
    closedDay: closedOn(recorded, calendar),
    warnings: doubtfulYears(recorded, effective, calendar),
  }
}
