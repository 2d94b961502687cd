import type { HttpContext } from '@adonisjs/core/http'
import { taskById } from '#cases/queries/tasks'
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
  const form = procedure.forms[await formOf(town.id, draft, procedure.sheet.submissionForm)]
  if (!form) throw notFound()
  return {
    draft,
    procedure,
    form,
    uploads,
    circumstances: { now: new Date().toISOString(), timeZone: town.timeZone, obliged: isObliged(citizen) },
  }
}

/** A new filing has the procedure's own form; the answer to a requirement has its task's. */
async function formOf(
  municipalityId: string,
  { kind, taskId }: Draft,
  submissionForm: string
): Promise<string> {
  if (kind === 'submission') return submissionForm
  const task = taskId && (await inTown(municipalityId, (trx) => taskById(trx, taskId)))
  return task && task.state === 'open' ? (task.form ?? '') : ''
}
