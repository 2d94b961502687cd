import type { HttpContext } from '@adonisjs/core/http'
import { ChangeCalendar } from '#cases/actions/change_calendar'
import { wordAs } from '#core/http/asked'
import { notFound } from '#core/http/problem'
import { readList, withList } from '#deadlines/index'
import { isDay } from '#desk/domain/day'
import type {} from '#desk/domain/calendar_page'
import { field } from '#desk/http/asked'
import { calendarHref, calendarShown, regionOfSeat } from '#desk/http/calendar_shown'
import { goTo, say } from '#desk/http/flash'
import { speechOf } from '#desk/http/speech'
import { type ClosedDay, closedDays, isMine } from '#tenancy/domain/closed_days'
import { OFFICE } from '#tenancy/domain/town_calendars'
import { daysOfYear, loadedYears } from '#tenancy/queries/calendar_year'
import { seatsOf } from '#tenancy/queries/seats'
import type { Seat } from '#tenancy/types'

/** What a list may hold: more than any bulletin publishes of a year. */
const LONGEST_LIST = 50_000

/** Whose days may be that a list does not say. */
const OTHERWISE = ['local', 'region', 'body'] as const

/** The year and the seat whose days are changed. */
interface Place {
  year: number
  seat: Seat | null
}

/** The closed days of the electronic office and of other seats, year by year (Law 39/2015, arts. 30.6, 30.7 and 31). */
export default class CalendarController {
  async show(ctx: HttpContext) {
    const { town, inertia } = ctx
    const seats = await seatsOf(town.id)
    const thisYear = Number(new Date().toLocaleDateString('en', { timeZone: town.timeZone, year: 'numeric' }))
    const year = wordAs(ctx, 'year', 'E_NO_CHOICE', yearAsked) ?? thisYear
    const slug = wordAs(ctx, 'seat', 'E_NO_CHOICE', (text) => (seats.some((one) => one.slug === text) ? text : null)) // prettier-ignore
    const seat = seats.find((one) => one.slug === slug) ?? null
    return inertia.render('desk/calendar', await calendarShown(ctx, { year, seat, seats }))
  }

  /** The usual days of a year that is not loaded: to begin with. */
  async load(ctx: HttpContext) {
    const place = await placeIn(ctx)
    const source = said(ctx, 'source', 200) || speechOf(ctx).t('desk.calendar.usualSource')
    return this.change(ctx, place, closedDays([place.year], regionOfSeat(ctx, place.seat)), source)
  }

  /** What a bulletin published: of the levels that it speaks of it is the whole. */
  async list(ctx: HttpContext) {
    const place = await placeIn(ctx)
    const { year, seat } = place
    const { t } = speechOf(ctx)
    const [text, source] = [said(ctx, 'text', LONGEST_LIST), said(ctx, 'source', 200)]
    const otherwise = OTHERWISE.find((one) => one === said(ctx, 'otherwise', 10)) ?? 'local'
    const usual = closedDays([year], regionOfSeat(ctx, seat))
    const read = readList(text, { year, usual, otherwise })
    if (!source || read.days.length === 0 || read.faults.length > 0) {
      say(ctx, 'danger', t('desk.calendar.refusals.list', { year: String(year) }))
      return goTo(ctx, calendarHref(year, seat?.slug))
    }
    const now = await daysOfYear(ctx.town.id, year, seat?.slug)
    return this.change(ctx, place, withList(now, read) as ClosedDay[], source)
  }

  /** A day more of those that are set here: those of the State and of the region are theirs (art. 30.7). */
  async add(ctx: HttpContext) {
    const place = await placeIn(ctx)
    const { year, seat } = place
    const { t } = speechOf(ctx)
    const [day, name] = [said(ctx, 'day', 10), said(ctx, 'es', 100)]
    if (!isDay(day) || !day.startsWith(`${year}-`) || !name) {
      say(ctx, 'danger', t('desk.calendar.refusals.incomplete', { year: String(year) }))
      return goTo(ctx, calendarHref(year, seat?.slug))
    }
    const scope = seat && said(ctx, 'scope', 10) === 'body' ? 'body' : 'local'
    const [ca, en] = [said(ctx, 'ca', 100) || name, said(ctx, 'en', 100) || name]
    const days = await daysOfYear(ctx.town.id, year, seat?.slug)
    if (days.some((one) => one.day === day && !isMine(one, seat?.slug ?? OFFICE)))
      return this.notOurs(ctx, place)
    const rest = days.filter((one) => one.day !== day)
    return this.change(ctx, place, [...rest, { day, scope, name: { es: name, ca, en } }])
  }

  async remove(ctx: HttpContext) {
    const place = await placeIn(ctx)
    const seat = place.seat?.slug ?? OFFICE
    const days = await daysOfYear(ctx.town.id, place.year, seat)
    const day = String(ctx.params.day)
    const found = days.find((one) => one.day === day)
    if (!found) throw notFound()
    if (!isMine(found, seat)) return this.notOurs(ctx, place)
    return this.change(
      ctx,
      place,
      days.filter((one) => one.day !== day)
    )
  }

  private notOurs(ctx: HttpContext, { year, seat }: Place) {
    say(ctx, 'danger', speechOf(ctx).t('desk.calendar.refusals.not_local'))
    return goTo(ctx, calendarHref(year, seat?.slug))
  }

  private async change(ctx: HttpContext, { year, seat }: Place, days: ClosedDay[], source?: string) {
    const { town, officer } = ctx
    const { t } = speechOf(ctx)
    const known = (await loadedYears(town.id, seat?.slug)).find((one) => one.year === year)?.source
    const done = await new ChangeCalendar().execute({
      ...{ municipalityId: town.id, year, seat: seat?.slug ?? OFFICE, days },
      source: source ?? (known || t('desk.calendar.ownSource')),
      reason: said(ctx, 'reason', 1000),
      actor: { kind: 'officer', id: officer.id },
      at: new Date(),
    })
    if (done.ok) say(ctx, 'success', t('desk.calendar.changed', { cases: done.value.cases }))
    else say(ctx, 'danger', t(`desk.calendar.refusals.${done.error}`, { year: String(year) }))
    return goTo(ctx, calendarHref(year, seat?.slug))
  }
}

const said = (ctx: HttpContext, name: string, longest: number) =>
  field(ctx, name, longest).normalize('NFC').trim()

const yearAsked = (text: string): number | null => (/^20\d\d$/.test(text) ? Number(text) : null)

/** The year in the address and the seat that is posted; what is none is answered as what isn't there. */
async function placeIn(ctx: HttpContext): Promise<Place> {
  const year = yearAsked(String(ctx.params.year))
  const slug = said(ctx, 'seat', 60)
  const seat = (await seatsOf(ctx.town.id)).find((one) => one.slug === slug) ?? null
  if (!year || (slug !== OFFICE && !seat)) throw notFound()
  return { year, seat }
}
