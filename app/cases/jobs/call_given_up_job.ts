import { appendAudit } from '#audit/actions/append_audit'
import { SYSTEM } from '#audit/types'
import { advanceCase } from '#cases/actions/advance_case'
import { recordEvent } from '#cases/actions/record_event'
import { lockedCase } from '#cases/queries/locked_case'
import { finishJob } from '#core/jobs/finish'
import type { JobHandler } from '#core/jobs/types'
import { inTown } from '#tenancy/town_transaction'

/** The case that had called this one no longer waits for it: it has lost its object, and ends (Law 39/2015, art. 84.2). */
export const callGivenUpJob: JobHandler = {
  run: (job, { moved }) =>
    inTown(job.municipalityId, async (trx) => {
      const caseFile = await lockedCase(trx, job.caseId as string)
      await finishJob(trx, job)
      if (!caseFile || caseFile.state === 'closed') return
      const parent = job.input['parent'] as string
      const at = job.runAt
      await recordEvent(trx, { caseFile, at }, { kind: 'call_given_up', public: true, data: { parent } })
      const { tokens } = caseFile.workflow
      const cancel = Object.keys(tokens).filter((key) => !tokens[key]?.scope && !tokens[key]?.host)
      await advanceCase(trx, caseFile.id, { type: 'modify', cancel, activate: [] }, { at, actor: SYSTEM })
      const subject = { kind: 'case_files', id: caseFile.id }
      await appendAudit(
        trx,
        [{ actor: SYSTEM, action: 'cases.call_given_up', subject, detail: { parent } }],
        moved ? at : undefined
      )
    }),
}
