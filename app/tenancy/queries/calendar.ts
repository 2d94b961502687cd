import type { Calendar } from '#deadlines/index'
import { townById } from '#tenancy/queries/towns'
import type { Texts } from '#tenancy/types'
import { inTown } from '#tenancy/town_transaction'

const KEPT_MS = 60_000
const kept = new Map<string, { at: number; calendar: Promise<Calendar> }>()

async function load(municipalityId: string): Promise<Calendar> {
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

/** The calendar of closed days of a town's electronic office. Kept for a minute a process. */
export function calendarOf(municipalityId: string): Promise<Calendar> {
  const held = kept.get(municipalityId)
  if (held && Date.now() - held.at < KEPT_MS) return held.calendar
  const calendar = load(municipalityId)
  kept.set(municipalityId, { at: Date.now(), calendar })
  calendar.catch(() => kept.delete(municipalityId))
  return calendar
}

export const forgetCalendars = () => kept.clear()
