import type { HeldJob, Statements } from '#core/jobs/types'

/** The job was finished, withdrawn or taken over by another worker: what this one did is rolled back. */
export class JobLostError extends Error {
  readonly code = 'E_JOB_LOST'
}

/**
 * Ends a job in the transaction of its effects: both stand or neither does. The attempt is the fence, so
 * a worker that outlived its lease commits nothing.
 */
export async function finishJob(trx: Statements, job: HeldJob): Promise<void> {
  const ended = await trx.rows(
    `DELETE FROM jobs WHERE municipality_id = $1 AND id = $2 AND attempts = $3 AND state = 'ready' RETURNING 1`,
    [trx.municipalityId, job.id, job.attempt],
    'finish_job'
  )
  if (ended.length === 0) throw new JobLostError(`job ${job.id} is no longer held`)
}
