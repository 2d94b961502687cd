import type { HttpContext } from '@adonisjs/core/http'
import { beyondCalendar } from '#cases/queries/beyond_calendar'
import { LANGUAGES, localeOf } from '#core/locale'
import type { CalendarPage } from '#desk/domain/calendar_page'
import { type Speech, speechOf } from '#desk/http/speech'
import { type ClosedDay, closedDays, isMine, knownRegions, regionOf } from '#tenancy/domain/closed_days'
import { formerOfficersOf, officersOf } from '#identity/queries/officers'
import { OFFICE } from '#tenancy/domain/town_calendars'
import { bodiesOf, unitsOf } from '#tenancy/queries/bodies_and_units'
import { daysOfYear, loadedYears, type LoadedYear } from '#tenancy/queries/calendar_year'
import type { Seat } from '#tenancy/types'

/** From which month on the calendar of the next year is missed: it is published before the year begins (art. 30.7). */
const OCTOBER = '10'

export const calendarHref = (year: number, seat = OFFICE) =>
  `/desk/calendar?${new URLSearchParams({ year: String(year), ...(seat && { seat }) })}`

export const regionOfSeat = ({ town }: Pick<HttpContext, 'town'>, seat: Seat | null) =>
  seat ? seat.region : regionOf(town.ineCode)

/** All that the page of a calendar shows. */
export async function calendarShown(
  ctx: HttpContext,
  { year, seat, seats }: { year: number; seat: Seat | null; seats: Seat[] }
): Promise<CalendarPage> {
  const { town } = ctx
  const speech = speechOf(ctx)
  const { t } = speech
  const place = seat?.slug ?? OFFICE
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: town.timeZone })
  const [loaded, days, beyond, offices, officers] = await Promise.all([
    loadedYears(town.id, place),
    daysOfYear(town.id, year, place),
    beyondCalendar(town.id),
    officesOf(town.id, speech),
    everybodyOf(town.id),
  ])
  const names = new Map(seats.map(({ slug, name }) => [slug, speech.name(name) ?? slug]))
  const next = Number(today.slice(0, 4)) + 1
  const missed = today.slice(5, 7) >= OCTOBER && !loaded.some((one) => one.year === next)
  return {
    year,
    years: yearsShown(year, loaded, place),
    loaded: loaded.some((one) => one.year === year),
    source: loaded.find((one) => one.year === year)?.source ?? '',
    days: days.map((one) => dayLine(one, { today, speech, place, officers })),
    noLocal: !seat && days.length > 0 && !days.some(({ scope }) => scope === 'local'),
    unpublished: missed ? { year: next, href: calendarHref(next, place) } : null,
    beyond: beyond.map(({ seat: of, year: missing, cases }) => ({
      words: t(of === OFFICE ? 'desk.calendar.beyond' : 'desk.calendar.beyondAt', {
        ...{ year: String(missing), cases, seat: names.get(of) ?? of },
      }),
      href: missing === year && of === place ? null : calendarHref(missing, of),
      to: t('desk.calendar.toYear', { year: String(missing) }),
    })),
    current: days.map(({ day, scope, name }) => ({ day, scope, name })),
    usual: closedDays([year], regionOfSeat(ctx, seat)),
    seat: place,
    seats: [
      { seat: OFFICE, name: t('desk.calendar.office') },
      ...seats.map(({ slug }) => ({ seat: slug, name: names.get(slug)! })),
    ].map((one) => ({ ...one, href: calendarHref(year, one.seat), current: one.seat === place })),
    offices,
    regions: knownRegions().map((code) => ({ value: code, label: t(`tenancy.regions.${code}`) })),
    nameLanguages: LANGUAGES.map((code) => ({ code, name: t(`portal.languages.${code}`) })),
  }
}

async function officesOf(municipalityId: string, speech: Speech): Promise<CalendarPage['offices']> {
  const [bodies, units] = await Promise.all([bodiesOf(municipalityId), unitsOf(municipalityId)])
  const shown = (of: 'bodies' | 'units') => (one: (typeof bodies | typeof units)[number]) => ({
    of,
    id: one.id,
    name: speech.name(one.name) ?? '',
    seat: one.seat ?? OFFICE,
  })
  return [...bodies.map(shown('bodies')), ...units.map(shown('units'))]
}

/** The years that are loaded, the one that is looked at, and the one that comes after them. */
function yearsShown(year: number, loaded: LoadedYear[], seat: string) {
  const known = new Set(loaded.map((one) => one.year))
  const last = Math.max(year, ...known)
  return [...new Set([...known, year, known.has(last) ? last + 1 : last])]
    .sort((a, b) => a - b)
    .map((one) => ({
      year: one,
      href: calendarHref(one, seat),
      loaded: known.has(one),
      current: one === year,
    }))
}

/** The names of all that work here or did. */
const everybodyOf = async (municipalityId: string): Promise<Map<string, string>> => {
  const all = await Promise.all([officersOf(municipalityId), formerOfficersOf(municipalityId)])
  return new Map(all.flat().map(({ id, name }) => [id, name]))
}

interface DayReading {
  today: string
  speech: Speech
  place: string
  officers: Map<string, string>
}

function dayLine(one: ClosedDay, { today, speech, place, officers }: DayReading) {
  const { day, scope, name, byHand } = one
  const weekday = new Date(`${day}T12:00:00Z`).toLocaleDateString(localeOf(speech.lang), {
    weekday: 'long',
    timeZone: 'UTC',
  })
  return {
    day: speech.day(day),
    weekday,
    name: speech.name(name) ?? '',
    scope: speech.t(`portal.closedDays.scopes.${scope}`),
    byHand: byHand
      ? speech.t('desk.calendar.byHand', {
          officer: officers.get(byHand.officer) ?? speech.t('desk.history.officer'),
          date: speech.moment(new Date(byHand.at)).text,
          source: byHand.source,
        })
      : null,
    mine: isMine(one, place),
    begun: day <= today,
  }
}
