import type { HttpContext } from '@adonisjs/core/http'
import { ChangeCalendar } from '#cases/actions/change_calendar'
import { notFound } from '#core/http/problem'
import { field } from '#desk/http/asked'
import { calendarHref } from '#desk/http/calendar_shown'
import { goTo, say } from '#desk/http/flash'
import { speechOf } from '#desk/http/speech'
import type { ClosedDay } from '#tenancy/domain/closed_days'
import { OFFICE } from '#tenancy/domain/town_calendars'
import { loadedYears } from '#tenancy/queries/calendar_year'
import { seatsOf } from '#tenancy/queries/seats'
import type { Seat } from '#tenancy/types'

/** The year and the seat whose days are changed. */
export interface Place {
  year: number
  seat: Seat | null
}

export const said = (ctx: HttpContext, name: string, longest: number) =>
  field(ctx, name, longest).normalize('NFC').trim()

export const yearAsked = (text: string): number | null => (/^20\d\d$/.test(text) ? Number(text) : null)

/** The year in the address and the seat that is posted; what is none is answered as what isn't there. */
export async function placeIn(ctx: HttpContext): Promise<Place> {
  const year = yearAsked(String(ctx.params.year))
  const slug = said(ctx, 'seat', 60)
  const seat = (await seatsOf(ctx.town.id)).find((one) => one.slug === slug) ?? null
  if (!year || (slug !== OFFICE && !seat)) throw notFound()
  return { year, seat }
}

/** Back to the page of a place, with what can't be done there. */
export function refuse(ctx: HttpContext, { year, seat }: Place, why: string) {
  say(ctx, 'danger', speechOf(ctx).t(`desk.calendar.refusals.${why}`, { year: String(year) }))
  return goTo(ctx, calendarHref(year, seat?.slug))
}

/** Changes the closed days of a place, and says what came of it; without a `source` that of before stays. */
export async function change(
  ctx: HttpContext,
  place: Place,
  days: ClosedDay[],
  { source, partial }: { source?: string; partial?: boolean } = {}
) {
  const { town, officer } = ctx
  const { year, seat } = place
  const known = (await loadedYears(town.id, seat?.slug)).find((one) => one.year === year)?.source
  const done = await new ChangeCalendar().execute({
    ...{ municipalityId: town.id, year, seat: seat?.slug ?? OFFICE, days },
    source: source ?? known ?? '',
    partial,
    reason: said(ctx, 'reason', 1000),
    actor: { kind: 'officer', id: officer.id },
    at: new Date(),
  })
  if (!done.ok) return refuse(ctx, place, done.error)
  say(ctx, 'success', speechOf(ctx).t('desk.calendar.changed', { cases: done.value.cases }))
  return goTo(ctx, calendarHref(year, seat?.slug))
}
