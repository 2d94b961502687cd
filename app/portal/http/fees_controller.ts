import type { HttpContext } from '@adonisjs/core/http'
import { rateWords } from '#catalogue/queries/prices'
import { offered } from '#catalogue/queries/offered'
import { BYTE_ORDER_MARK, csvLine } from '#core/csv'
import { dayInWords } from '#core/locale'
import { feesPage, openFees } from '#portal/domain/fees_page'

const COLUMNS = ['procedure', 'rate', 'columns', 'keys', 'value', 'unit', 'from', 'to', 'article', 'licence']

/** What each procedure costs, by the rates that are in force and those to come: the town's over the pack's. */
export default class FeesController {
  async show(ctx: HttpContext) {
    const { town, view } = ctx
    const today = todayIn(ctx)
    const list = feesPage(await offered(town.id), today, wordsOf(ctx))
    const { licence = null } = town.settings
    return view.render('pages/portal/fees', { ...list, licence, today: dayInWords(today, ctx.lang) })
  }

  /** Open data: the same in machine-readable form (Law 37/2007). */
  async json(ctx: HttpContext) {
    const { town, lang, response } = ctx
    const { licence = null } = town.settings
    const today = todayIn(ctx)
    response.header('access-control-allow-origin', '*')
    if (licence) response.header('link', `<${licence}>; rel="license"`)
    return response.json({
      $schema: '/schemas/prices.json',
      town: town.name,
      language: lang,
      date: today,
      currency: 'EUR',
      licence,
      rates: openFees(await offered(town.id), today, wordsOf(ctx)),
    })
  }

  async csv(ctx: HttpContext) {
    const { town, i18n, response } = ctx
    const { licence = null } = town.settings
    const today = todayIn(ctx)
    const title = (column: string) => i18n.t(`portal.fees.columns.${column}`)
    const lines = openFees(await offered(town.id), today, wordsOf(ctx)).map((line) => [
      line.title,
      line.label,
      line.columns.join(' | '),
      line.keys.join(' | '),
      line.value.replace('.', ','),
      [line.unit, ...line.per].filter(Boolean).join('/'),
      line.from,
      line.to,
      line.article,
      licence,
    ])
    const head = COLUMNS.map(title)
    response.header('content-disposition', `attachment; filename="${town.slug}-${today}.csv"`)
    response.header('access-control-allow-origin', '*')
    return response
      .type('text/csv; charset=utf-8')
      .send(BYTE_ORDER_MARK + [head, ...lines].map(csvLine).join(''))
  }
}

const todayIn = ({ town }: HttpContext) => new Date().toLocaleDateString('sv-SE', { timeZone: town.timeZone })

const wordsOf = ({ lang, i18n }: HttpContext) => rateWords(lang, (key, params = {}) => i18n.t(key, params))
