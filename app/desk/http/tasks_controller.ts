import type { HttpContext } from '@adonisjs/core/http'
import { CompleteTask } from '#cases/actions/complete_task'
import { documentsAhead } from '#cases/queries/documents_ahead'
import { townLawOfCase } from '#cases/queries/law_of_case'
import { taskPage } from '#cases/queries/task_page'
import { notFound, ProblemError } from '#core/http/problem'
import { RecordRead } from '#desk/actions/record_read'
import { idIn } from '#desk/http/asked'
import { goTo, say } from '#desk/http/flash'
import { speechOf } from '#desk/http/speech'
import { presentTask, type GivenAnswers, type OpenTask } from '#desk/http/task_page'
import { begunWith, decodePage } from '#forms/index'

/** One task of a case: its form, and its answer. */
export default class TasksController {
  async show(ctx: HttpContext) {
    const open = await this.open(ctx)
    return this.page(ctx, open, { answers: begunWith(open.form, open.task.initialAnswers) })
  }

  /** What would be sealed is read first, and done when it is confirmed: `step` says which. */
  async update(ctx: HttpContext) {
    const { town, officer, request, response } = ctx
    const open = await this.open(ctx)
    const { t } = speechOf(ctx)
    const answers = open.form ? decodePage(open.form, null, request.body()) : {}
    const step = request.input('step')
    if (step === 'mend') return this.page(ctx, open, { answers })
    if (step !== 'confirmed' && open.task.state === 'open' && isOf(officer, open.task)) {
      const { task, procedure, at, found } = open
      const ahead = await documentsAhead({ town, caseFile: found.caseFile, procedure, task, answers, at })
      if (ahead.ok && ahead.value.length > 0) return this.page(ctx, open, { answers, ahead: ahead.value })
    }
    const done = await new CompleteTask().execute({
      municipalityId: town.id,
      taskId: open.task.id,
      actor: { kind: 'officer', id: officer.id },
      roles: officer.roles,
      answers,
      at: new Date(),
    })
    const home = `/desk/cases/${open.task.caseId}`
    if (done.ok) {
      say(ctx, 'success', t('desk.task.done', { task: open.title }))
      return goTo(ctx, home)
    }
    switch (done.error.code) {
      case 'not_found':
        throw notFound()
      case 'not_yours':
        throw new ProblemError(403, 'E_ROLE', { role: t(`cases.roles.${done.error.role}`) })
      // Somebody was faster, or the case moved on: the page says so.
      case 'already_done':
      case 'decided':
        response.status(409)
        return this.page(ctx, await this.open(ctx), { answers })
      case 'invalid':
        response.status(422)
        return this.page(ctx, open, { answers, issues: done.error.issues })
    }
  }

  private async open(ctx: HttpContext): Promise<OpenTask> {
    const { town, officer } = ctx
    const at = new Date()
    const page = await taskPage(town.id, idIn(ctx), at)
    if (!page) throw notFound()
    const { task, found } = page
    await new RecordRead().execute(town.id, {
      action: 'desk.case_read',
      subject: { kind: 'case_files', id: task.caseId },
      actor: { kind: 'officer', id: officer.id },
      at,
    })
    const procedure = await townLawOfCase(town.id, found.caseFile)
    const form = task.form ? (procedure.forms[task.form] ?? null) : null
    const title = speechOf(ctx).of(procedure, `tasks.${task.element}`) ?? task.element
    return { ...page, procedure, form, title, at }
  }

  private page = async (ctx: HttpContext, open: OpenTask, given: GivenAnswers) =>
    ctx.inertia.render('desk/task', await presentTask(ctx, open, given))
}

const isOf = ({ roles }: { roles: string[] }, { role }: { role: string }) => roles.includes(role)
