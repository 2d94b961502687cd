import { Kept } from '#core/kept'
import { hear } from '#core/link/link'
import type { Calendar } from '#deadlines/index'
import { OFFICE, TownCalendars } from '#tenancy/domain/town_calendars'
import { townById } from '#tenancy/queries/towns'
import type { Texts } from '#tenancy/types'
import { inTown } from '#tenancy/town_transaction'

/** How long a process may go on counting by a calendar that was changed elsewhere. */
export const CALENDAR_KEPT_MS = 60_000

interface DayOfSeat {
  seat: string
  day: string
  scope: Calendar['holidays'][string]['scope']
  name: Texts
}

const SEATS = `
  SELECT s.seat, array(SELECT y.year FROM calendar_years y
                       WHERE y.municipality_id = $1 AND y.seat = s.seat ORDER BY y.year) AS years,
                 array(SELECT y.year FROM calendar_years y
                       WHERE y.municipality_id = $1 AND y.seat = s.seat AND y.source = '' ORDER BY y.year) AS usual
  FROM (SELECT '' AS seat UNION ALL SELECT id FROM seats WHERE municipality_id = $1) AS s`

/** The calendars as the database has them now, or as the transaction around it has left them. */
export async function calendarsAsTheyAre(municipalityId: string): Promise<TownCalendars> {
  const town = await townById(municipalityId)
  if (!town) throw new Error(`no municipality ${municipalityId}`)
  return inTown(municipalityId, async (trx) => {
    const days = await trx.rows<DayOfSeat>(
      `SELECT seat, day::text, scope, name FROM calendar_days WHERE municipality_id = $1 ORDER BY day`,
      [municipalityId]
    )
    const seats = await trx.rows<{ seat: string; years: number[]; usual: number[] }>(SEATS, [municipalityId])
    const bySeat = Map.groupBy(days, ({ seat }) => seat)
    const calendars = new Map(
      seats.map(({ seat, years, usual }) => [
        seat,
        {
          id: seat === OFFICE ? municipalityId : seat,
          timeZone: town.timeZone,
          weekend: [6, 7],
          holidays: Object.fromEntries(
            (bySeat.get(seat) ?? []).map(({ day, scope, name }) => [day, { scope, name }])
          ),
          years,
          usual,
        },
      ])
    )
    return new TownCalendars(calendars.get(OFFICE)!, calendars)
  })
}

const calendars = new Kept(CALENDAR_KEPT_MS, calendarsAsTheyAre)

/** The calendars of a town. Kept for a minute a process. */
export const calendarsOf = (municipalityId: string): Promise<TownCalendars> => calendars.of(municipalityId)

/** The calendar of closed days of a town's electronic office. */
export const calendarOf = async (municipalityId: string): Promise<Calendar> =>
  (await calendarsOf(municipalityId)).office

/** The closed days of a town were changed; told to every process. */
export const CALENDAR_CHANGED = 'tenancy.calendar_changed'

hear(CALENDAR_CHANGED, (about) => calendars.forget(about))

export const forgetCalendars = () => calendars.forget()
