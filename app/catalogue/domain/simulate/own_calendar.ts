import type { Calendar } from '#deadlines/index'
import type { Scenario } from '#catalogue/domain/scenario'

/** The town's calendar with the closed days that only this scenario knows. */
export function calendarOf(scenario: Scenario, calendar: Calendar): Calendar {
  const own = (scenario.town?.holidays ?? []).map((day) => [
    day,
    { scope: 'local' as const, name: scenario.title },
  ])
  return own.length === 0
    ? calendar
    : { ...calendar, holidays: { ...calendar.holidays, ...Object.fromEntries(own) } }
}
