import type { HttpContext } from '@adonisjs/core/http'
import { casePage } from '#cases/queries/case_page'
import { lawOfCase } from '#cases/queries/law_of_case'
import { versionsOfCase } from '#cases/queries/versions_of_case'
import { notFound } from '#core/http/problem'
import { RecordRead } from '#desk/actions/record_read'
import { idIn } from '#desk/http/asked'
import { presentCase } from '#desk/http/case_page/present'
import { officerChoices, unitChoices } from '#desk/http/choices'
import { speechOf } from '#desk/http/speech'

/** Everything about one case, on one page. */
export default class CasesController {
  async show(ctx: HttpContext) {
    const { town, officer, inertia } = ctx
    const id = idIn(ctx)
    const at = new Date()
    const found = await casePage(town.id, id, at)
    if (!found) throw notFound()
    await new RecordRead().execute(town.id, {
      action: 'desk.case_read',
      subject: { kind: 'case_files', id },
      actor: { kind: 'officer', id: officer.id },
      at,
    })
    const speech = speechOf(ctx)
    const procedure = await lawOfCase(found.caseFile)
    const versions = await versionsOfCase(town.id, found.caseFile)
    const [officers, units] = await Promise.all([officerChoices(town.id), unitChoices(town.id, speech)])
    const shown = await presentCase(found, {
      town,
      officer,
      procedure,
      versions,
      speech,
      at,
      officers,
      units,
    })
    return inertia.render('desk/case', { ...shown, officers, units })
  }
}
