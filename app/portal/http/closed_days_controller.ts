import type { HttpContext } from '@adonisjs/core/http'
import { choiceIn } from '#core/http/asked'
import { localeOf } from '#core/locale'
import { OFFICE } from '#tenancy/domain/town_calendars'
import { daysOfYear, loadedYears } from '#tenancy/queries/calendar_year'
import { seatsOf } from '#tenancy/queries/seats'

const hrefOf = (year: number, seat: string) =>
  `/closed-days?${new URLSearchParams({ year: String(year), ...(seat && { seat }) })}`

/** The calendar of closed days, which is published before each year begins (Law 39/2015, art. 30.7; RD 203/2021, art. 11). */
export default class ClosedDaysController {
  async show(ctx: HttpContext) {
    const { town, lang, view, i18n } = ctx
    const seats = await seatsOf(town.id)
    const seat = choiceIn(ctx, 'seat', seats.map(({ slug }) => slug)) ?? OFFICE // prettier-ignore
    const loaded = await loadedYears(town.id, seat)
    const current = Number(new Date().toLocaleDateString('en', { timeZone: town.timeZone, year: 'numeric' }))
    const known = [...new Set([current, ...loaded.map(({ year }) => year)])].sort((a, b) => a - b)
    const year = Number(choiceIn(ctx, 'year', known.map(String)) ?? current)
    const found = loaded.find((one) => one.year === year)
    const nameOf = (slug: string) => seats.find((one) => one.slug === slug)?.name[lang] ?? ''
    return view.render('pages/portal/closed_days', {
      year,
      place: nameOf(seat),
      published: found !== undefined,
      source: found?.source ?? '',
      years: known.map((one) => ({ year: one, href: hrefOf(one, seat) })),
      seats: [{ name: i18n.t('portal.closedDays.office'), slug: OFFICE }, ...seats.map(({ slug }) => ({ name: nameOf(slug), slug }))]
        .filter(({ slug }) => slug !== seat)
        .map(({ name, slug }) => ({ name, href: hrefOf(year, slug) })), // prettier-ignore
      days: (await daysOfYear(town.id, year, seat)).map(({ day, scope, name, byHand }) => ({
        iso: day,
        date: new Date(`${day}T12:00:00Z`).toLocaleDateString(localeOf(lang), {
          timeZone: 'UTC',
          weekday: 'long',
          day: 'numeric',
          month: 'long',
        }),
        name: name[lang],
        scope,
        source: byHand?.source ?? '',
      })),
    })
  }
}
