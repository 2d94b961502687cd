import type { HttpContext } from '@adonisjs/core/http'
import { ReportFromTask } from '#cases/actions/report_from_task'
import { notFound } from '#core/http/problem'
import { field, idIn } from '#desk/http/asked'
import { goTo, say } from '#desk/http/flash'
import { speechOf } from '#desk/http/speech'

/** What whoever does a task reports of it, in place of its answer or beside it. */
export default class ReportsController {
  async store(ctx: HttpContext) {
    const { town, officer } = ctx
    const { t } = speechOf(ctx)
    const heardBy = field(ctx, 'heardBy', 100)
    const done = await new ReportFromTask().execute({
      municipalityId: town.id,
      taskId: idIn(ctx),
      report: field(ctx, 'report', 36),
      heardBy,
      reason: field(ctx, 'report_reason', 1000),
      roles: officer.roles,
      actor: { kind: 'officer', id: officer.id },
      at: new Date(),
    })
    if (!done.ok && done.error === 'not_found') throw notFound()
    if (done.ok) say(ctx, 'success', t('desk.task.report.done'))
    else {
      say(ctx, 'danger', t(`desk.task.report.refusals.${done.error}`))
      ctx.session.flash('heardBy', heardBy)
    }
    return goTo(ctx, `/desk/tasks/${idIn(ctx)}`)
  }
}
