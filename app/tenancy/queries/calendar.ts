import { Kept } from '#core/kept'
import { hear } from '#core/link/link'
import type { Calendar } from '#deadlines/index'
import { townById } from '#tenancy/queries/towns'
import type { Texts } from '#tenancy/types'
import { inTown } from '#tenancy/town_transaction'

/** How long a process may go on counting by a calendar that was changed elsewhere. */
export const CALENDAR_KEPT_MS = 60_000

/** The calendar as the database has it now, or as the transaction around it has left it. */
export async function calendarAsItIs(municipalityId: string): Promise<Calendar> {
  const town = await townById(municipalityId)
  if (!town) throw new Error(`no municipality ${municipalityId}`)
  return inTown(municipalityId, async (trx) => {
    const days = await trx.rows<{ day: string; scope: Calendar['holidays'][string]['scope']; name: Texts }>(
      `SELECT day::text, scope, name FROM calendar_days WHERE municipality_id = $1 ORDER BY day`,
      [municipalityId]
    )
    const years = await trx.rows<{ year: number }>(
      `SELECT year FROM calendar_years WHERE municipality_id = $1 ORDER BY year`,
      [municipalityId]
    )
    return {
      id: municipalityId,
      timeZone: town.timeZone,
      weekend: [6, 7],
      holidays: Object.fromEntries(days.map(({ day, scope, name }) => [day, { scope, name }])),
      years: years.map(({ year }) => year),
    }
  })
}

const calendars = new Kept(CALENDAR_KEPT_MS, calendarAsItIs)

/** The calendar of closed days of a town's electronic office. Kept for a minute a process. */
export const calendarOf = (municipalityId: string): Promise<Calendar> => calendars.of(municipalityId)

/** The closed days of a town were changed; told to every process. */
export const CALENDAR_CHANGED = 'tenancy.calendar_changed'

hear(CALENDAR_CHANGED, (about) => calendars.forget(about))

export const forgetCalendars = () => calendars.forget()
