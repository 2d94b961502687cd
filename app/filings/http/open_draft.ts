import type { HttpContext } from '@adonisjs/core/http'
import { caseAsItStands } from '#cases/queries/locked_case'
import { taskCircumstances } from '#cases/queries/task_circumstances'
import { taskById } from '#cases/queries/tasks'
import type { State } from '#engine/index'
import { townOn } from '#catalogue/index'
import { townProcedure } from '#catalogue/queries/town_procedure'
import type { CompiledProcedure } from '#catalogue/types'
import { effectiveFiling } from '#deadlines/index'
import { isUuid } from '#core/ids'
import { notFound } from '#core/http/problem'
import { uploadsOfDraft } from '#documents/queries/uploads'
import type { Upload } from '#documents/types'
import { draftTitle } from '#filings/queries/draft_title'
import { heldDraft } from '#filings/queries/drafts'
import { holderOf } from '#filings/domain/holder'
import { isObliged } from '#filings/domain/applicant'
import type { Draft } from '#filings/types'
import type { Circumstances, CompiledForm } from '#forms/index'
import { calendarOf } from '#tenancy/queries/calendar'
import { inTown } from '#tenancy/town_transaction'

/** A draft with all that its pages need. */
export interface OpenDraft {
  draft: Draft
  procedure: CompiledProcedure
  /** What it will be, in the reader's words. */
  title: string
  form: CompiledForm
  uploads: Upload[]
  circumstances: Circumstances
  /** The last day to file it, where a requirement gave one. */
  dueOn: string | null
}

/** The draft in the address, if it is theirs who ask; else it is not found. */
export async function openDraft({ town, filer, params, lang, i18n }: HttpContext): Promise<OpenDraft> {
  const draft = isUuid(params.id) ? await heldDraft(town.id, holderOf(filer), params.id) : null
  if (!draft) throw notFound()
  const [procedure, uploads, asked] = await Promise.all([
    townProcedure(town.id, draft.digest),
    uploadsOfDraft(town.id, draft.id),
    draft.kind === 'submission' ? null : taskOf(town.id, draft),
  ])
  const form = procedure.forms[asked ? asked.form : procedure.sheet.submissionForm]
  if (!form) throw notFound()
  const [at, { timeZone }] = [new Date(), town]
  const { recordedDate } = effectiveFiling(at.toISOString(), await calendarOf(town.id))
  const around = asked
    ? taskCircumstances(asked, { at, timeZone })
    : { values: townOn(procedure, recordedDate), now: at.toISOString(), timeZone }
  return {
    draft,
    procedure,
    title: draftTitle(draft, procedure, { lang, t: (key, params) => i18n.t(key, params) }),
    form,
    uploads,
    dueOn: asked?.dueOn ?? null,
    circumstances: { ...around, obliged: isObliged(filer.citizen) },
  }
}

interface Asked {
  form: string
  dueOn: string | null
  workflow: State
}

/** What is asked in a case: the form of its task while that is open, its last day, and what the process knows. */
const taskOf = (municipalityId: string, { taskId }: Draft): Promise<Asked> =>
  inTown(municipalityId, async (trx) => {
    const task = taskId ? await taskById(trx, taskId) : null
    const caseFile = task?.state === 'open' ? await caseAsItStands(trx, task.caseId) : null
    if (!task?.form || !caseFile) throw notFound()
    return { form: task.form, dueOn: task.dueOn, workflow: caseFile.workflow }
  })
