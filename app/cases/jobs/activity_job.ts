import { appendAudit } from '#audit/actions/append_audit'
import { type AuditRow, SYSTEM } from '#audit/types'
import { type CaseEvent, advanceCase } from '#cases/actions/advance_case'
import { activityNamed } from '#cases/activities/index'
import { inCase } from '#cases/jobs/timer_job'
import { activityContext } from '#cases/queries/activity_context'
import { lockedCase } from '#cases/queries/locked_case'
import { errorsOf } from '#catalogue/domain/vocabulary'
import { failpoint } from '#core/failpoint'
import { finishJob, JobLostError } from '#core/jobs/finish'
import type { HeldJob, JobHandler } from '#core/jobs/types'
import type { Json } from '#core/json'
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
      const { audit = [], countsFrom = moment.at } = done
      const answer: Answer = 'error' in done ? reported(job, done.error) : { event: doneOf(job, done.result) }
      await advanceCase(trx, caseFile.id, answer.event, { at: countsFrom, actor: SYSTEM })
      const rows = [...audit, ...(answer.audit ?? [])]
      await appendAudit(trx, rows, moment.moved ? moment.at : undefined)
      await failpoint('activity.written', job.name)
    })
  },
  giveUp: (job, reason, moment) =>
    inCase(job, moment, { type: 'fail', key: job.key, reason: reason.slice(0, 2000) }),
}

interface Answer {
  event: CaseEvent
  audit?: AuditRow[]
}

const doneOf = ({ key }: HeldJob, result: Record<string, Json>): CaseEvent => ({ type: 'done', key, result })

/** What nothing in the process takes stops it, as an incident; a code that nobody can know of is a fault of the activity. */
function reported({ name, key, caseId, input }: HeldJob, code: string): Answer {
  if (!errorsOf(name).includes(code)) throw new Error(`${name} reports "${code}", which it does not declare`)
  const detail = { element: input['element'] ?? null, activity: name, code }
  const subject = { kind: 'case_files', id: caseId as string }
  return {
    event: { type: 'error', key, code },
    audit: [{ actor: SYSTEM, action: 'cases.error_reported', subject, detail }],
  }
}
