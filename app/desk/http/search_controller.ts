import type { HttpContext } from '@adonisjs/core/http'
import { searchCases } from '#cases/queries/search_cases'
import { word } from '#core/http/asked'
import { RecordSearch } from '#desk/actions/record_search'
import { caseLines } from '#desk/http/case_line'
import { speechOf } from '#desk/http/speech'

const MOST = 50

/** Cases by entry number, identity number or words. */
export default class SearchController {
  async show(ctx: HttpContext) {
    const { town, officer, inertia } = ctx
    const question = word(ctx, 'q')
    if (!question) return inertia.render('desk/search', { question, cases: null, more: false })
    const found = await searchCases(town.id, question, { limit: MOST + 1, at: new Date() })
    const shown = found.slice(0, MOST)
    await new RecordSearch().execute(town.id, { officerId: officer.id, found: shown.map(({ id }) => id) })
    return inertia.render('desk/search', {
      question,
      cases: await caseLines(town.id, shown, speechOf(ctx)),
      more: found.length > MOST,
    })
  }
}
