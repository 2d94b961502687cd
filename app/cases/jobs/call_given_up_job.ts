import { appendAudit } from '#audit/actions/append_audit'
import { SYSTEM } from '#audit/types'
import { advanceCase } from '#cases/actions/advance_case'
import { recordEvent } from '#cases/actions/record_event'
import { lockedCase } from '#cases/queries/locked_case'
import type { Actor } from '#cases/types'
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
      const { parent, actor = SYSTEM, reason } = job.input as unknown as GivenUp
      const at = job.runAt
      const data = { parent, ...(reason !== undefined && { reason }) }
      await recordEvent(trx, { caseFile, at, actor }, { kind: 'call_given_up', public: true, data })
      const { tokens } = caseFile.workflow
      const cancel = Object.keys(tokens).filter((key) => !tokens[key]?.scope && !tokens[key]?.host)
      const event = { type: 'modify' as const, cancel, activate: [] }
      await advanceCase(trx, caseFile.id, event, { at, actor, ...(reason !== undefined && { reason }) })
      const subject = { kind: 'case_files', id: caseFile.id }
      await appendAudit(
        trx,
        [{ actor, action: 'cases.call_given_up', subject, detail: data }],
        moved ? at : undefined
      )
    }),
}

interface GivenUp {
  parent: string
  /** Who moved the case that had called it, and why; nobody where that went on by itself. */
  actor?: Actor
  reason?: string
}
