import type { HeldJob } from '#core/jobs/types'
import { rowsOfTown } from '#tenancy/town_transaction'

/** A third of the lease that `claim_due` gives: two renewals may be missed before anybody else takes the job. */
export const RENEW_MS = 20_000

/**
 * Whoever holds the row, because the job is being ended, need not be waited for: others skip it, too. A job that was
 * taken over has another attempt, and is left to its new holder.
 */
const RENEW = `
  UPDATE jobs SET locked_until = now() + interval '60 seconds' WHERE municipality_id = $1 AND id = (
    SELECT id FROM jobs WHERE municipality_id = $1 AND id = $2 AND attempts = $3 AND state = 'ready' FOR UPDATE SKIP LOCKED)`

/** Does the work of a job and keeps its lease meanwhile: what takes long is not given to another as if its worker had died. */
export async function withLease<Done>(
  job: HeldJob,
  work: () => Promise<Done>,
  every = RENEW_MS
): Promise<Done> {
  let renewing: Promise<unknown> = Promise.resolve()
  const renew = () =>
    rowsOfTown(job.municipalityId, RENEW, [job.municipalityId, job.id, job.attempt], 'renew_lease').catch(
      // Without a database there is no other worker either; finishing tells whether the job was lost.
      () => {}
    )
  const timer = setInterval(() => void (renewing = renew()), every)
  try {
    return await work()
  } finally {
    clearInterval(timer)
    await renewing
  }
}
