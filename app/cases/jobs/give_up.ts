import { incidentRows } from '#cases/rows'
import type { IncidentRow } from '#cases/types'
import { uuidv7 } from '#core/ids'
import { handlerOf } from '#core/jobs/registry'
import type { HeldJob, Moment } from '#core/jobs/types'
import { insertRows } from '#tenancy/insert_rows'
import { inTown } from '#tenancy/town_transaction'

/**
 * After the last failed attempt: the kind of work says what becomes of it; a job that nobody speaks for
 * is kept as failed. Either way an administrator sees an incident and can have it tried again.
 */
export async function giveUp(job: HeldJob, reason: string, moment: Moment): Promise<void> {
  const handler = kindOf(job)
  if (handler?.giveUp) return handler.giveUp(job, reason, moment)
  const incident: IncidentRow = {
    id: uuidv7(),
    case_id: job.caseId,
    job_id: job.id,
    key: job.key,
    element: job.name || job.kind,
    code: 'job_failed',
    detail: reason.slice(0, 2000),
    opened_at: moment.at.toISOString(),
  }
  await inTown(job.municipalityId, async (trx) => {
    const kept = await trx.rows(
      `UPDATE jobs SET state = 'failed', locked_until = NULL, last_error = $4
       WHERE municipality_id = $1 AND id = $2 AND attempts = $3 RETURNING 1`,
      [job.municipalityId, job.id, job.attempt, incident.detail]
    )
    if (kept.length > 0) await insertRows(trx, incidentRows, [incident])
  })
}

/** A kind that this version of the house no longer knows fails like any other work. */
function kindOf(job: HeldJob) {
  try {
    return handlerOf(job.kind)
  } catch {
    return null
  }
}
