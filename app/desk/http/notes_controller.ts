import type { HttpContext } from '@adonisjs/core/http'
import { AddNote } from '#cases/actions/add_note'
import { notFound } from '#core/http/problem'
import { field, idIn } from '#desk/http/asked'
import { goTo, say } from '#desk/http/flash'
import { speechOf } from '#desk/http/speech'

/** What colleagues should know of a case. */
export default class NotesController {
  async store(ctx: HttpContext) {
    const { town, officer } = ctx
    const caseId = idIn(ctx)
    const added = await new AddNote().execute({
      municipalityId: town.id,
      caseId,
      officerId: officer.id,
      text: field(ctx, 'text', 20_000),
      at: new Date(),
    })
    if (!added.ok && added.error === 'not_found') throw notFound()
    const { t } = speechOf(ctx)
    if (added.ok) say(ctx, 'success', t('desk.notes.added'))
    else say(ctx, 'danger', t(`cases.refusals.${added.error}`))
    return goTo(ctx, `/desk/cases/${caseId}`)
  }
}
