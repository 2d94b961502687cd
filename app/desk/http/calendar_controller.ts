import type { HttpContext } from '@adonisjs/core/http'
import { ChangeCalendar } from '#cases/actions/change_calendar'
import { beyondCalendar } from '#cases/queries/beyond_calendar'
import { localeOf } from '#core/locale'
import { wordAs } from '#core/http/asked'
import { notFound } from '#core/http/problem'
import { isDay } from '#desk/domain/day'
import type {} from '#desk/domain/calendar_page'
import { field } from '#desk/http/asked'
import { goTo, say } from '#desk/http/flash'
import { type Speech, speechOf } from '#desk/http/speech'
import { type ClosedDay, closedDays, regionOf } from '#tenancy/domain/closed_days'
import { daysOfYear, loadedYears, type LoadedYear } from '#tenancy/queries/calendar_year'

const LANGUAGES = ['es', 'ca', 'en'] as const

/** The closed days of the electronic office, year by year (Law 39/2015, arts. 30.7 and 31). */
export default class CalendarController {
  async show(ctx: HttpContext) {
    const { town, inertia } = ctx
    const speech = speechOf(ctx)
    const today = todayIn(town.timeZone)
    const loaded = await loadedYears(town.id)
    const year = wordAs(ctx, 'year', 'E_NO_CHOICE', yearAsked) ?? Number(today.slice(0, 4))
    const [days, beyond] = await Promise.all([daysOfYear(town.id, year), beyondCalendar(town.id)])
    return inertia.render('desk/calendar', {
      year,
      years: yearsShown(year, loaded),
      loaded: loaded.some((one) => one.year === year),
      source: loaded.find((one) => one.year === year)?.source ?? '',
      days: days.map((one) => dayLine(one, today, speech)),
      beyond: beyond.map(({ year: missing, cases }) => ({
        year: missing,
        words: speech.t('desk.calendar.beyond', { year: String(missing), cases }),
        href: hrefOf(missing),
      })),
      languages: LANGUAGES.map((code) => ({ code, name: speech.t(`portal.languages.${code}`) })),
    })
  }

  /** The usual days of a year that is not loaded: to begin with. */
  async load(ctx: HttpContext) {
    const year = yearOf(ctx)
    const { town } = ctx
    const source = said(ctx, 'source', 200) || speechOf(ctx).t('desk.calendar.usualSource')
    return this.change(ctx, year, closedDays([year], regionOf(town.ineCode)), source)
  }

  /** A local holiday more: those of the State and of the region are theirs to set (art. 30.7). */
  async add(ctx: HttpContext) {
    const year = yearOf(ctx)
    const { town } = ctx
    const { t } = speechOf(ctx)
    const [day, name] = [said(ctx, 'day', 10), said(ctx, 'es', 100)]
    const scope = 'local'
    if (!isDay(day) || !day.startsWith(`${year}-`) || !name) {
      say(ctx, 'danger', t('desk.calendar.refusals.incomplete', { year: String(year) }))
      return goTo(ctx, hrefOf(year))
    }
    const [ca, en] = [said(ctx, 'ca', 100) || name, said(ctx, 'en', 100) || name]
    const days = await daysOfYear(town.id, year)
    if (days.some((one) => one.day === day && one.scope !== 'local')) return this.notOurs(ctx, year)
    const rest = days.filter((one) => one.day !== day)
    return this.change(ctx, year, [...rest, { day, scope, name: { es: name, ca, en } }])
  }

  async remove(ctx: HttpContext) {
    const year = yearOf(ctx)
    const days = await daysOfYear(ctx.town.id, year)
    const day = String(ctx.params.day)
    const found = days.find((one) => one.day === day)
    if (!found) throw notFound()
    if (found.scope !== 'local') return this.notOurs(ctx, year)
    return this.change(
      ctx,
      year,
      days.filter((one) => one.day !== day)
    )
  }

  private notOurs(ctx: HttpContext, year: number) {
    say(ctx, 'danger', speechOf(ctx).t('desk.calendar.refusals.not_local'))
    return goTo(ctx, hrefOf(year))
  }

  private async change(ctx: HttpContext, year: number, days: ClosedDay[], source?: string) {
    const { town, officer } = ctx
    const { t } = speechOf(ctx)
    const known = (await loadedYears(town.id)).find((one) => one.year === year)?.source
    const done = await new ChangeCalendar().execute({
      ...{ municipalityId: town.id, year, days },
      source: source ?? (known || t('desk.calendar.ownSource')),
      reason: said(ctx, 'reason', 1000),
      actor: { kind: 'officer', id: officer.id },
      at: new Date(),
    })
    if (done.ok) say(ctx, 'success', t('desk.calendar.changed', { cases: done.value.cases }))
    else say(ctx, 'danger', t(`desk.calendar.refusals.${done.error}`, { year: String(year) }))
    return goTo(ctx, hrefOf(year))
  }
}

const hrefOf = (year: number) => `/desk/calendar?year=${year}`

const said = (ctx: HttpContext, name: string, longest: number) =>
  field(ctx, name, longest).normalize('NFC').trim()

const yearAsked = (text: string): number | null => (/^20\d\d$/.test(text) ? Number(text) : null)

/** The year in the address; what is none is answered as what isn't there. */
function yearOf({ params }: HttpContext): number {
  const year = yearAsked(String(params.year))
  if (!year) throw notFound()
  return year
}

const todayIn = (timeZone: string) => new Date().toLocaleDateString('sv-SE', { timeZone })

/** The years that are loaded, the one that is looked at, and the one that comes after them. */
function yearsShown(year: number, loaded: LoadedYear[]) {
  const known = new Set(loaded.map((one) => one.year))
  const next = Math.max(year, ...known) + (known.has(Math.max(year, ...known)) ? 1 : 0)
  return [...new Set([...known, year, next])]
    .sort((a, b) => a - b)
    .map((one) => ({ year: one, href: hrefOf(one), loaded: known.has(one), current: one === year }))
}

function dayLine({ day, scope, name }: ClosedDay, today: string, speech: Speech) {
  const weekday = new Date(`${day}T12:00:00Z`).toLocaleDateString(localeOf(speech.lang), {
    weekday: 'long',
    timeZone: 'UTC',
  })
  return {
    day: speech.day(day),
    weekday,
    name: speech.name(name) ?? '',
    scope: speech.t(`portal.closedDays.scopes.${scope}`),
    local: scope === 'local',
    begun: day <= today,
  }
}
