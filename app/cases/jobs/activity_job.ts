import { appendAudit } from '#audit/actions/append_audit'
import { SYSTEM } from '#audit/types'
import { advanceCase } from '#cases/actions/advance_case'
import { activityNamed } from '#cases/activities/index'
import { inCase } from '#cases/jobs/timer_job'
import { activityContext } from '#cases/queries/activity_context'
import { lockedCase } from '#cases/queries/locked_case'
import { failpoint } from '#core/failpoint'
import { finishJob, JobLostError } from '#core/jobs/finish'
import type { JobHandler } from '#core/jobs/types'
import { inTown } from '#tenancy/town_transaction'

/**
 * A service task: prepared without a transaction (rendering a letter takes long), then its effect, the end
 * of the job and the next step of the case are committed together, so it takes effect exactly once.
 */
export const activityJob: JobHandler = {
  async run(job, moment) {
    const activity = activityNamed(job.name)
    const context = await activityContext(job, moment)
    const prepared = await activity.prepare?.(context)
    await failpoint('activity.prepared', job.name)
    await inTown(job.municipalityId, async (trx) => {
      const caseFile = await lockedCase(trx, context.caseFile.id)
      if (!caseFile) throw new JobLostError(`case of job ${job.id} is gone`)
      await finishJob(trx, job)
      const done = await activity.commit(trx, { ...context, caseFile }, prepared)
      const { result, audit = [], countsFrom = moment.at } = done
      const event = { type: 'done' as const, key: job.key, result }
      await advanceCase(trx, caseFile.id, event, { at: countsFrom, actor: SYSTEM })
      await appendAudit(trx, audit, moment.moved ? moment.at : undefined)
      await failpoint('activity.written', job.name)
    })
  },
  giveUp: (job, reason, moment) =>
    inCase(job, moment, { type: 'fail', key: job.key, reason: reason.slice(0, 2000) }),
}
