import type { DueJob } from '#cases/jobs/due_jobs'
import type { HeldJob } from '#core/jobs/types'
import { inTown } from '#tenancy/town_transaction'

/** The claimed job in full, or null when it was withdrawn meanwhile. */
export const heldJob = ({ municipalityId, id }: DueJob): Promise<HeldJob | null> =>
  inTown(municipalityId, async (trx) => {
    const [row] = await trx.rows<Omit<HeldJob, 'municipalityId'>>(
      `SELECT id, kind, name, case_id AS "caseId", key, input, attempts AS attempt, max_attempts AS "maxAttempts",
              created_at AS "createdAt", run_at AS "runAt"
       FROM jobs WHERE municipality_id = $1 AND id = $2 AND state = 'ready'`,
      [municipalityId, id],
      'held_job'
    )
    return row ? { municipalityId, ...row } : null
  })
