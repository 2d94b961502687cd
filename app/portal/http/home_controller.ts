import type { HttpContext } from '@adonisjs/core/http'
import { offered } from '#catalogue/queries/offered'
import { effectiveFiling } from '#deadlines/index'
import { sheetCard } from '#portal/domain/sheet_card'
import { topicsOf } from '#portal/domain/topics'
import { calendarOf } from '#tenancy/queries/calendar'

/** The first page of a town's electronic office. */
export default class HomeController {
  async show({ town, lang, i18n, view }: HttpContext) {
    const procedures = await offered(town.id)
    const { closedDay } = effectiveFiling(new Date().toISOString(), await calendarOf(town.id))
    const closedToday =
      closedDay &&
      (closedDay.kind === 'holiday' ? (closedDay.name?.[lang] ?? '') : i18n.t('portal.home.weekend'))
    return view.render('pages/portal/home', {
      some: procedures.slice(0, 6).map((procedure) => sheetCard(procedure, lang)),
      topics: topicsOf(procedures).map(({ id, count }) => ({
        name: i18n.t(`portal.topics.${id}`, {}, id),
        href: `/procedures?topic=${id}`,
        count,
      })),
      closedToday,
    })
  }
}
