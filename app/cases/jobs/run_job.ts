import { giveUp } from '#cases/jobs/give_up'
import type { DueJob } from '#cases/jobs/due_jobs'
import { heldJob } from '#cases/jobs/held_job'
import { RENEW_MS, withLease } from '#cases/jobs/with_lease'
import { backOffMs } from '#core/jobs/back_off'
import { JobLostError } from '#core/jobs/finish'
import { handlerOf } from '#core/jobs/registry'
import type { HeldJob, Moment } from '#core/jobs/types'
import { inTown } from '#tenancy/town_transaction'

const WORKER_DIED = 'the worker stopped in the middle of it'

/**
 * Does one claimed job. What fails is tried again later, a little later each time; the last failure
 * becomes an incident, and the case waits for somebody to mend it. Answers why it failed, or null.
 */
export async function runJob(due: DueJob, moment: Moment, renewEvery = RENEW_MS): Promise<string | null> {
  const job = await heldJob(due)
  if (!job) return null
  if (job.early) return await letOthersGoFirst(job, moment)
  // A job that ends its worker each time is never reported as failed: its attempts are counted all the same.
  if (job.attempt > job.maxAttempts) return await failed(job, WORKER_DIED, moment)
  try {
    await withLease(job, () => handlerOf(job.kind).run(job, moment), renewEvery)
    return null
  } catch (error) {
    if (error instanceof JobLostError) return null
    return await failed(
      job,
      error instanceof Error ? `${error.name}: ${error.message}` : String(error),
      moment
    )
  }
}

async function failed(job: HeldJob, reason: string, moment: Moment): Promise<string> {
  if (job.attempt >= job.maxAttempts) await giveUp(job, reason, moment)
  else await tryLater(job, reason, moment)
  return reason
}

const TURN_MS = 1_000

/**
 * Of one case, what fell due first is done first: else a term that ended while no worker was there could pass by the
 * suspension that came before it. It was no attempt.
 */
async function letOthersGoFirst(job: HeldJob, { at }: Moment): Promise<null> {
  await inTown(job.municipalityId, (trx) =>
    trx.rows(
      `UPDATE jobs SET locked_until = $4, attempts = attempts - 1
       WHERE municipality_id = $1 AND id = $2 AND attempts = $3`,
      [job.municipalityId, job.id, job.attempt, new Date(at.getTime() + TURN_MS).toISOString()]
    )
  )
  return null
}

/** Held back, not put off: `run_at` is the legal instant of a timer, and stays. */
const tryLater = (job: HeldJob, reason: string, { at }: Moment) =>
  inTown(job.municipalityId, (trx) =>
    trx.rows(
      `UPDATE jobs SET locked_until = $4, last_error = $5
       WHERE municipality_id = $1 AND id = $2 AND attempts = $3`,
      [
        job.municipalityId,
        job.id,
        job.attempt,
        new Date(at.getTime() + backOffMs(job.attempt, Math.random())).toISOString(),
        reason.slice(0, 2000),
      ]
    )
  )
