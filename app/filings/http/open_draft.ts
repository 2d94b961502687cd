import type { HttpContext } from '@adonisjs/core/http'
import { caseAsItStands } from '#cases/queries/locked_case'
import { taskCircumstances } from '#cases/queries/task_circumstances'
import { taskById } from '#cases/queries/tasks'
import type { State } from '#engine/index'
import { frozenProcedure } from '#catalogue/queries/frozen_procedure'
import type { CompiledProcedure } from '#catalogue/types'
import { isUuid } from '#core/ids'
import { notFound } from '#core/http/problem'
import { uploadsOfDraft } from '#documents/queries/uploads'
import type { Upload } from '#documents/types'
import { draftOf } from '#filings/queries/drafts'
import { isObliged } from '#filings/domain/applicant'
import type { Draft } from '#filings/types'
import type { Circumstances, CompiledForm } from '#forms/index'
import { inTown } from '#tenancy/town_transaction'

/** A draft with all that its pages need. */
export interface OpenDraft {
  draft: Draft
  procedure: CompiledProcedure
  form: CompiledForm
  uploads: Upload[]
  circumstances: Circumstances
}

/** The draft in the address, if it is this citizen's; else it is not found. */
export async function openDraft({ town, citizen, params }: HttpContext): Promise<OpenDraft> {
  const draft = isUuid(params.id) ? await draftOf(town.id, citizen.personId, params.id) : null
  if (!draft) throw notFound()
  const [procedure, uploads] = await Promise.all([
    frozenProcedure(draft.digest),
    uploadsOfDraft(town.id, draft.id),
  ])
  const asked = draft.kind === 'submission' ? null : await taskOf(town.id, draft)
  const form = procedure.forms[asked ? asked.form : procedure.sheet.submissionForm]
  if (!form) throw notFound()
  const [at, { timeZone }] = [new Date(), town]
  const around = asked ? taskCircumstances(asked, { at, timeZone }) : { now: at.toISOString(), timeZone }
  return {
    draft,
    procedure,
    form,
    uploads,
    circumstances: { ...around, obliged: isObliged(citizen) },
  }
}

/** What is asked in a case: the form of its task while that is open, and what the process knows. */
const taskOf = (municipalityId: string, { taskId }: Draft): Promise<{ form: string; workflow: State }> =>
  inTown(municipalityId, async (trx) => {
    const task = taskId ? await taskById(trx, taskId) : null
    const caseFile = task?.state === 'open' ? await caseAsItStands(trx, task.caseId) : null
    if (!task?.form || !caseFile) throw notFound()
    return { form: task.form, workflow: caseFile.workflow }
  })
