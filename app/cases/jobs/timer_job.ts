import { advanceCase } from '#cases/actions/advance_case'
import { lockedCase } from '#cases/queries/locked_case'
import { SYSTEM } from '#audit/types'
import { handled } from '#core/handled'
import { finishJob } from '#core/jobs/finish'
import type { HeldJob, JobHandler, Moment } from '#core/jobs/types'
import { inTown } from '#tenancy/town_transaction'

/**
 * A term is over since its own instant, however late the worker comes: the law counts from there (Law 39/2015,
 * arts. 24, 30 and 43). If the case no longer waits for it, nothing happens.
 */
export const timerJob: JobHandler = {
  run: (job) => inCase(job, { at: job.runAt }, { type: 'trigger', key: job.key }),
}

/** Ends a job and moves its case by one event, together. */
export const inCase = (
  job: HeldJob,
  { at }: Moment,
  event: Parameters<typeof advanceCase>[2]
): Promise<void> =>
  inTown(job.municipalityId, async (trx) => {
    // the case is locked first, whether or not its answer is waited for
    const locked = handled(lockedCase(trx, job.caseId as string))
    await finishJob(trx, job)
    await locked
    await advanceCase(trx, job.caseId as string, event, { at, actor: SYSTEM })
  })
