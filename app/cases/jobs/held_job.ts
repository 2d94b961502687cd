import { MOVING_KINDS, ORDERED_KINDS } from '#cases/domain/moving_kinds'
import type { DueJob } from '#cases/jobs/due_jobs'
import { turnSql } from '#core/jobs/turn'
import type { HeldJob } from '#core/jobs/types'
import { rowsOfTown } from '#tenancy/town_transaction'

/** `early`: something of the same case fell due before it, and is not done yet. */
export type ClaimedJob = HeldJob & { early: boolean }

const HELD = `
  SELECT id, kind, name, case_id AS "caseId", key, input, attempts AS attempt, max_attempts AS "maxAttempts",
         created_at AS "createdAt", run_at AS "runAt",
         kind = ANY($3) AND EXISTS (SELECT FROM jobs e WHERE e.municipality_id = $1 AND e.case_id = j.case_id
           AND e.state = 'ready' AND e.kind = ANY($4) AND ${turnSql('e')} < j.run_at) AS early
  FROM jobs j WHERE municipality_id = $1 AND id = $2 AND state = 'ready'`

/** The claimed job in full, or null when it was withdrawn meanwhile. */
export async function heldJob({ municipalityId, id }: DueJob): Promise<ClaimedJob | null> {
  const values = [municipalityId, id, ORDERED_KINDS, MOVING_KINDS]
  const [row] = await rowsOfTown<Omit<ClaimedJob, 'municipalityId'>>(municipalityId, HELD, values, 'held_job')
  return row ? { municipalityId, ...row } : null
}
