import type { HttpContext } from '@adonisjs/core/http'
import type { CasePage } from '#cases/queries/case_page'
import { taskCircumstances } from '#cases/queries/task_circumstances'
import type { Reportable } from '#cases/queries/reportable'
import type { Task } from '#cases/queries/tasks'
import { versionsOfCase } from '#cases/queries/versions_of_case'
import { type Tale, elementName } from '#catalogue/index'
import type { CompiledProcedure } from '#catalogue/types'
import { uuidv7 } from '#core/ids'
import { caseLines } from '#desk/http/case_line'
import { answersOf } from '#desk/http/case_page/answers'
import { documentLine } from '#desk/http/case_page/documents'
import { taskLine } from '#desk/http/case_page/tasks'
import { refusalWords } from '#desk/http/circuit_line'
import { speechOf } from '#desk/http/speech'
import { taskForm } from '#desk/http/task_form'
import { latenessOf } from '#desk/http/case_page/money'
import type { TaskPageProps } from '#desk/domain/task_page'
import type { Sheet } from '#documents/actions/press_sheet'
import { sheetHtml } from '#documents/index'
import { documentsOfCase } from '#documents/queries/documents'
import { filingsOfCase } from '#filings/queries/filings_of_case'
import type { Answers, CompiledForm, Issue } from '#forms/index'
import { circuitsOfCase } from '#signatures/queries/circuits'
import { calendarsOf } from '#tenancy/queries/calendar'

/** A task in the hands of whoever answers it. */
export interface OpenTask {
  task: Task
  found: CasePage
  /** The number of the resolution that stands in its way. */
  decided: string | null
  reportable: Reportable[]
  procedure: CompiledProcedure
  /** Null for a task that asks nothing: doing it is the answer. */
  form: CompiledForm | null
  title: string
  at: Date
}

/** What somebody has answered so far, what is wrong with it, or what it would have sealed. */
export interface GivenAnswers {
  answers: Answers
  issues?: Issue[]
  ahead?: Sheet[]
}

/** The form of a task beside what has been filed, so that nobody decides on what they don't see. */
export async function presentTask(
  ctx: HttpContext,
  { task, found, decided, reportable, procedure, form, at }: OpenTask,
  { answers, issues = [], ahead = [] }: GivenAnswers
): Promise<TaskPageProps> {
  const { town, officer, request } = ctx
  const speech = speechOf(ctx)
  const { caseFile, summary } = found
  const [[line], filings, documents, calendars, circuits, versions] = await Promise.all([
    caseLines(town.id, [summary], speech),
    filingsOfCase(town.id, caseFile.id),
    documentsOfCase(town.id, caseFile.id),
    calendarsOf(town.id),
    circuitsOfCase(town.id, caseFile.id),
    versionsOfCase(town.id, caseFile),
  ])
  const last = circuits.at(-1)
  const circumstances = taskCircumstances(caseFile, { at, timeZone: town.timeZone })
  const calendar = calendars.at(found.caseFile.seats)
  const shown = taskLine(task, { procedure, speech, officer, calendar, at, tasks: found.tasks })
  return {
    line: line!,
    task: shown,
    ...(form
      ? taskForm(procedure, form, { answers, issues, circumstances, speech })
      : { parts: [], errorSummary: '' }),
    otherLanguage:
      form && caseFile.language !== speech.lang
        ? speech.t(`desk.task.dealtWithIn.${caseFile.language}`)
        : null,
    failed: issues.length > 0,
    csrf: request.csrfToken,
    answers: await answersOf(town.id, versions, filings, found.tasks, speech),
    documents: documents.map((document) => documentLine(document, speech)),
    ahead: ahead.map((sheet) => sheetHtml(sheet, 2)),
    late: latenessOf(caseFile, { procedure, speech }),
    returned: last ? refusalWords(last, speech) : null,
    refused: refusal(task, shown.mine, decided),
    decided,
    reports: { id: uuidv7(), offered: reportsOffered(reportable, { procedure, ...speech }, ctx) },
  }
}

/** Why nobody, or not this officer, can answer it now. */
const refusal = ({ state }: Task, mine: boolean, decided: string | null): TaskPageProps['refused'] => {
  if (state !== 'open') return 'closed'
  if (!mine) return 'notYours'
  return decided ? 'decided' : null
}

/** What is reported is called as the event is that hears it; what was chosen before a refusal stays chosen, else the first is. */
const reportsOffered = (reportable: Reportable[], tale: Tale, { session }: HttpContext) => {
  const refused = reportable.find(({ heardBy }) => heardBy === session.flashMessages.get('heardBy'))
  return reportable.map((one) => ({
    value: one.heardBy,
    label: elementName(tale, one.heardBy),
    hint: tale.t(one.ends ? 'desk.task.report.ends' : 'desk.task.report.stays'),
    chosen: one === (refused ?? reportable[0]),
  }))
}
