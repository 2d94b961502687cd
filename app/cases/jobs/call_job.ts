import { appendAudit } from '#audit/actions/append_audit'
import { openExOfficio } from '#cases/actions/open_ex_officio'
import { recordEvent } from '#cases/actions/record_event'
import { inCase } from '#cases/jobs/timer_job'
import { lockedCase } from '#cases/queries/locked_case'
import { offeredBySlug } from '#catalogue/queries/offered'
import { finishJob, JobLostError } from '#core/jobs/finish'
import type { JobHandler } from '#core/jobs/types'
import type { Json } from '#core/json'
import { type TownTransaction, inTown } from '#tenancy/town_transaction'

/**
 * A case has another procedure of the town carried: a case of its own is opened for it, about the same person, by the
 * version that the town offers now. Where it offers none, the calling case stops at the call.
 */
export const callJob: JobHandler = {
  async run(job, { at, moved }) {
    const procedure = await offeredBySlug(job.municipalityId, job.name)
    if (!procedure) throw new Error(`the town does not offer the procedure "${job.name}"`)
    await inTown(job.municipalityId, async (trx) => {
      const parent = await lockedCase(trx, job.caseId as string)
      if (!parent) throw new JobLostError(`case of job ${job.id} is gone`)
      await finishJob(trx, job)
      const { applicant, subject, language } = parent
      const { caseId, number, audit } = await openExOfficio(trx, {
        ...{ procedure, applicant, subject, language, at },
        cause: 'call',
        key: await openingKey(trx, parent.id, job.key),
        parent: { id: parent.id, key: job.key },
        variables: (job.input['variables'] ?? {}) as Record<string, Json>,
      })
      const { element = null } = parent.workflow.tokens[job.key] ?? {}
      const data = { case: caseId, number, procedure: procedure.slug, ...(element && { element }) }
      await recordEvent(trx, { caseFile: parent, at }, { kind: 'case_called', public: true, data })
      await appendAudit(trx, audit, moved ? at : undefined)
    })
  },
  giveUp: (job, reason, moment) =>
    inCase(job, moment, { type: 'fail', key: job.key, reason: reason.slice(0, 2000) }),
}

/** Once for a call; after one that ended by an error that nobody took, an administrator may have it carried anew. */
async function openingKey(trx: TownTransaction, parentId: string, key: string): Promise<string> {
  const [before] = await trx.rows<{ times: number }>(
    `SELECT count(*)::int AS times FROM openings WHERE municipality_id = $1 AND parent_id = $2 AND parent_key = $3`,
    [trx.municipalityId, parentId, key],
    'called_before'
  )
  const again = before?.times ? `/${before.times + 1}` : ''
  return `call/${parentId}/${key}${again}`
}
