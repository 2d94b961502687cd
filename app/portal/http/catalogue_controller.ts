import type { HttpContext } from '@adonisjs/core/http'
import { rateWords } from '#catalogue/queries/prices'
import { offered, offeredBySlug } from '#catalogue/queries/offered'
import { choiceIn, word, wordAs } from '#core/http/asked'
import { notFound } from '#core/http/problem'
import { anonymousNow } from '#filings/queries/anonymous_now'
import { dayInWords, localeOf } from '#core/locale'
import { draftsOf } from '#filings/queries/drafts'
import { filingWindow, lastDayInWords } from '#deadlines/index'
import { searchProcedures } from '#portal/domain/search'
import { sheetPage } from '#portal/domain/sheet_page'
import { sheetCard } from '#portal/domain/sheet_card'
import { townNotes } from '#portal/domain/town_notes'
import { topicsOf } from '#portal/domain/topics'
import { bodyFor, unitFor } from '#tenancy/queries/bodies_and_units'
import { calendarOf } from '#tenancy/queries/calendar'

const PAGE = 20

/** A page that a list of so many has. */
function pageAmong(text: string, pages: number): number | null {
  const page = /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 0
  return page >= 1 && page <= pages ? page : null
}

/** The catalogue of procedures, and the sheet of each. */
export default class CatalogueController {
  async index(ctx: HttpContext) {
    const { town, lang, i18n, view } = ctx
    const query = word(ctx, 'q')
    const all = await offered(town.id)
    const topics = topicsOf(all)
    const topic = choiceIn(
      ctx,
      'topic',
      topics.map(({ id }) => id)
    )
    const found = searchProcedures(all, query).filter(
      ({ sheet }) => topic === null || sheet.topics.includes(topic)
    )
    const pages = Math.max(1, Math.ceil(found.length / PAGE))
    const page = wordAs(ctx, 'page', 'E_NO_PLACE', (text) => pageAmong(text, pages)) ?? 1
    const link = (to: number) =>
      `?${new URLSearchParams({ ...(query && { q: query }), ...(topic && { topic }), page: String(to) })}`
    return view.render('pages/portal/catalogue', {
      query,
      total: found.length,
      catchAll:
        found.length === 0
          ? all.filter(({ sheet }) => sheet.catchAll).map((procedure) => sheetCard(procedure, lang))
          : [],
      results: found.slice((page - 1) * PAGE, page * PAGE).map((procedure) => ({
        ...sheetCard(procedure, lang),
        facts: [
          ...(procedure.sheet.term
            ? [i18n.t(`portal.terms.${procedure.sheet.term.unit}`, { amount: procedure.sheet.term.amount })]
            : []),
          ...procedure.sheet.channels.map((channel) => i18n.t(`portal.channels.${channel}`)),
        ],
      })),
      topics: topics.map(({ id, count }) => ({
        name: i18n.t(`portal.topics.${id}`, {}, id),
        href: `/procedures?topic=${encodeURIComponent(id)}`,
        count,
        current: id === topic,
      })),
      pages:
        pages === 1
          ? null
          : {
              page,
              pages,
              previous: page > 1 ? link(page - 1) : undefined,
              next: page < pages ? link(page + 1) : undefined,
            },
    })
  }

  async show({ town, lang, params, view, citizen, i18n }: HttpContext) {
    const procedure = await offeredBySlug(town.id, params.slug)
    if (!procedure) throw notFound()
    const [unit, body, calendar] = await Promise.all([
      unitFor(town.id, procedure.sheet.unit),
      bodyFor(town.id, procedure.sheet.body),
      calendarOf(town.id),
    ])
    const begun = citizen
      ? (await draftsOf(town.id, citizen.personId)).find(
          ({ kind, slug }) => kind === 'submission' && slug === procedure.slug
        )
      : undefined
    const now = new Date()
    const window = filingWindow(procedure.sheet.window, now.toISOString(), calendar)
    const today = now.toLocaleDateString('sv-SE', { timeZone: town.timeZone })
    const date = (day: string) => dayInWords(day, lang)
    const t = (key: string, values: Record<string, string> = {}) => i18n.t(key, values)
    return view.render('pages/portal/sheet', {
      sheet: sheetPage(procedure, lang, {
        unit,
        body,
        notes: townNotes(procedure, today, rateWords(lang, t)),
      }),
      start: {
        action: `/procedures/${procedure.slug}/filings`,
        anonymous: anonymousNow(procedure, now, calendar)
          ? `/procedures/${procedure.slug}/anonymous-filings`
          : null,
        window: {
          state: window.state,
          from: window.firstDay && date(window.firstDay),
          to: window.lastDay && lastDayInWords(window.lastDay, calendar, { t, date }),
        },
        draft: begun && {
          href: `/filings/${begun.id}`,
          savedOn: begun.updatedAt.toLocaleDateString(localeOf(lang), {
            timeZone: town.timeZone,
            dateStyle: 'long',
          }),
        },
      },
    })
  }
}
