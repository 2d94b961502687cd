import type { HttpContext } from '@adonisjs/core/http'
import { wordAs } from '#core/http/asked'
import { notFound } from '#core/http/problem'
import { isPartial, readList, withList } from '#deadlines/index'
import { isDay } from '#desk/domain/day'
import type {} from '#desk/domain/calendar_page'
import { change, placeIn, refuse, said, yearAsked } from '#desk/http/calendar_place'
import { calendarShown, regionOfSeat } from '#desk/http/calendar_shown'
import { type ClosedDay, closedDays, isMine } from '#tenancy/domain/closed_days'
import { OFFICE } from '#tenancy/domain/town_calendars'
import { daysOfYear } from '#tenancy/queries/calendar_year'
import { seatsOf } from '#tenancy/queries/seats'

/** What a list may hold: more than any bulletin publishes of a year. */
const LONGEST_LIST = 50_000

/** Whose days may be that a list does not say. */
const OTHERWISE = ['local', 'region', 'body'] as const

/** The closed days of the electronic office and of other seats, year by year (Law 39/2015, arts. 30.6, 30.7 and 31). */
export default class CalendarController {
  async show(ctx: HttpContext) {
    const { town, inertia } = ctx
    const seats = await seatsOf(town.id)
    const known = (text: string) => (seats.some((one) => one.slug === text) ? text : null)
    const thisYear = Number(new Date().toLocaleDateString('en', { timeZone: town.timeZone, year: 'numeric' }))
    const year = wordAs(ctx, 'year', 'E_NO_CHOICE', yearAsked) ?? thisYear
    const slug = wordAs(ctx, 'seat', 'E_NO_CHOICE', known)
    const seat = seats.find((one) => one.slug === slug) ?? null
    return inertia.render('desk/calendar', await calendarShown(ctx, { year, seat, seats }))
  }

  /** The usual days of a year that is not loaded: to begin with. */
  async load(ctx: HttpContext) {
    const place = await placeIn(ctx)
    return change(ctx, place, closedDays([place.year], regionOfSeat(ctx, place.seat)))
  }

  /** What a bulletin published: of the levels that it speaks of it is the whole. */
  async list(ctx: HttpContext) {
    const place = await placeIn(ctx)
    const { year, seat } = place
    const [text, source] = [said(ctx, 'text', LONGEST_LIST), said(ctx, 'source', 200)]
    const otherwise = OTHERWISE.find((one) => one === said(ctx, 'otherwise', 10)) ?? 'local'
    const usual = closedDays([year], regionOfSeat(ctx, seat))
    const read = readList(text, { year, usual, otherwise })
    if (!source || read.days.length === 0 || read.faults.length > 0) return refuse(ctx, place, 'list')
    const now = await daysOfYear(ctx.town.id, year, seat?.slug)
    return change(ctx, place, withList(now, read, usual) as ClosedDay[], { source, partial: isPartial(read) })
  }

  /** A day more, with a source of its own, of those that are set here: those of the State and of the region are theirs (art. 30.7). */
  async add(ctx: HttpContext) {
    const place = await placeIn(ctx)
    const { year, seat } = place
    const [day, es, source] = [said(ctx, 'day', 10), said(ctx, 'es', 100), said(ctx, 'source', 200)]
    if (!isDay(day) || !day.startsWith(`${year}-`) || !es || !source) return refuse(ctx, place, 'incomplete')
    const scope = seat && said(ctx, 'scope', 10) === 'body' ? 'body' : 'local'
    const name = { es, ca: said(ctx, 'ca', 100) || es, en: said(ctx, 'en', 100) || es }
    const days = await daysOfYear(ctx.town.id, year, seat?.slug)
    const there = days.find((one) => one.day === day)
    if (there && !isMine(there, seat?.slug ?? OFFICE)) return refuse(ctx, place, 'not_local')
    const byHand = { officer: ctx.officer.id, at: new Date().toISOString(), source }
    return change(ctx, place, [...days.filter((one) => one !== there), { day, scope, name, byHand }])
  }

  async remove(ctx: HttpContext) {
    const place = await placeIn(ctx)
    const seat = place.seat?.slug ?? OFFICE
    const days = await daysOfYear(ctx.town.id, place.year, seat)
    const found = days.find((one) => one.day === String(ctx.params.day))
    if (!found) throw notFound()
    if (!isMine(found, seat)) return refuse(ctx, place, 'not_local')
    return change(ctx, place, days.filter((one) => one !== found)) // prettier-ignore
  }
}
