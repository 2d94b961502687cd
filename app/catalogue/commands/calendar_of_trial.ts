import type { Calendar } from '#deadlines/index'
import { DEMO_YEARS, demoCalendar } from '#database/demo/calendars'
import { calendarOf } from '#tenancy/queries/calendar'
import { towns } from '#tenancy/queries/towns'

/** The calendar that golden cases are tried under: a town's, else the closed days that all towns share. */
export async function calendarOfTrial(slug?: string): Promise<Calendar | null> {
  if (slug) {
    const town = (await towns()).find((one) => one.slug === slug)
    return town ? calendarOf(town.id) : null
  }
  return {
    id: 'shared',
    timeZone: 'Europe/Madrid',
    weekend: [6, 7],
    years: DEMO_YEARS,
    holidays: Object.fromEntries(demoCalendar().map(({ day, scope, name }) => [day, { scope, name }])),
  }
}
