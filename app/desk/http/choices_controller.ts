import type { HttpContext } from '@adonisjs/core/http'
import { ChooseStep } from '#cases/actions/choose_step'
import { notFound } from '#core/http/problem'
import { field, idIn } from '#desk/http/asked'
import { goTo, say } from '#desk/http/flash'
import { speechOf } from '#desk/http/speech'

/** What somebody who handles a case begins in it as they see fit. */
export default class ChoicesController {
  async store(ctx: HttpContext) {
    const { town, officer } = ctx
    const { t } = speechOf(ctx)
    const element = field(ctx, 'element', 100) || null
    const done = await new ChooseStep().execute({
      municipalityId: town.id,
      caseId: idIn(ctx),
      key: field(ctx, 'key', 120),
      element,
      begun: Number(field(ctx, 'begun', 6)),
      roles: officer.roles,
      actor: { kind: 'officer', id: officer.id },
      at: new Date(),
    })
    if (!done.ok && done.error === 'not_found') throw notFound()
    if (done.ok) say(ctx, 'success', t(element ? 'desk.beside.begun' : 'desk.beside.closed'))
    else say(ctx, 'danger', t(`desk.beside.refusals.${done.error}`))
    return goTo(ctx, `/desk/cases/${idIn(ctx)}`)
  }
}
