import type { HttpContext } from '@adonisjs/core/http'
import { ownCase } from '#cases/queries/cases_of_person'
import { frozenProcedure } from '#catalogue/queries/frozen_procedure'
import { ownText, textOf } from '#catalogue/queries/texts'
import type { CompiledProcedure } from '#catalogue/types'
import { isUuid } from '#core/ids'
import { notFound } from '#core/http/problem'
import { effectiveFiling, workingDaysBetween } from '#deadlines/index'
import { begunWith } from '#forms/index'
import { StartDraftInCase } from '#filings/actions/start_draft_in_case'
import { draftOfTask } from '#filings/queries/drafts'
import { legalWordsOf } from '#folder/http/words'
import { visibleDocuments } from '#folder/queries/own_documents'
import { calendarsOf } from '#tenancy/queries/calendar'

/** What the interested party is asked to answer (Law 39/2015, arts. 68 and 82), and the answer, which is a filing of its own. */
export default class CorrectionsController {
  async show(ctx: HttpContext) {
    const { town, citizen, lang, view } = ctx
    const { file, task, procedure } = await this.open(ctx)
    const words = await legalWordsOf(ctx, file.seats)
    const calendar = (await calendarsOf(town.id)).at(file.seats)
    const today = effectiveFiling(new Date().toISOString(), calendar).recordedDate
    const [documents, begun] = await Promise.all([
      visibleDocuments(town.id, file.id),
      draftOfTask(town.id, citizen.personId, task.id),
    ])
    const requirement = documents
      .filter(({ origin, filingId }) => origin === 'administration' && filingId === null)
      .at(-1)
    return view.render('pages/folder/correction', {
      file: {
        number: file.entryNumber ?? '',
        title: textOf(procedure.texts, lang, 'sheet.title'),
        href: `/folder/cases/${file.id}`,
      },
      requirement: {
        title: textOf(procedure.texts, lang, `tasks.${task.element}`),
        text: this.lead(lang, procedure, task.form),
        dueOn: task.dueOn ? words.until(task.dueOn, task.openedAt.toISOString()) : '',
        daysLeft: task.dueOn ? Math.max(0, workingDaysBetween(today, task.dueOn, calendar)) : 0,
        otherwise: ownText(procedure.texts, lang, `otherwise.${task.element}`),
        href: requirement ? `/documents/${requirement.id}` : null,
      },
      action: `/folder/cases/${file.id}/corrections/${task.id}`,
      begun: begun && `/filings/${begun}`,
    })
  }

  async store(ctx: HttpContext) {
    const { town, citizen, lang, response } = ctx
    const { file, task, procedure } = await this.open(ctx)
    const form = task.form && procedure.forms[task.form]
    if (!form) throw notFound()
    const id = await new StartDraftInCase().execute({
      municipalityId: town.id,
      personId: citizen.personId,
      slug: file.slug,
      digest: file.digest,
      language: lang,
      kind: 'correction',
      caseId: file.id,
      taskId: task.id,
      answers: begunWith(form, task.initialAnswers),
      at: new Date(),
    })
    if (!id) throw notFound()
    return response.redirect().status(303).toPath(`/filings/${id}/pages/${form.pages[0]!.id}`)
  }

  /** What the form that answers it says first. */
  private lead(lang: string, procedure: CompiledProcedure, form: string | null): string | null {
    const page = form && procedure.forms[form]?.pages[0]
    return page ? ownText(procedure.texts, lang, `forms.${form}.pages.${page.id}.lead`) : null
  }

  private async open({ town, citizen, params }: HttpContext) {
    const own = isUuid(params.id) ? await ownCase(town.id, citizen.personId, params.id) : null
    const task = own?.tasks.find(({ id }) => id === params.task)
    if (!own || !task) throw notFound()
    return { file: own.summary, task, procedure: await frozenProcedure(own.summary.digest) }
  }
}
