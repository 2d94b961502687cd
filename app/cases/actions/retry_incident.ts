import { appendAudit } from '#audit/actions/append_audit'
import { advanceCase } from '#cases/actions/advance_case'
import { recordEvent } from '#cases/actions/record_event'
import { digestsOf, turnsOf } from '#cases/domain/mended'
import { type LockedCase, lockedCase } from '#cases/queries/locked_case'
import type { Actor } from '#cases/types'
import { isOfTheFiling } from '#catalogue/domain/vocabulary'
import type { Json } from '#core/json'
import type { Moment } from '#core/jobs/types'
import { type Result, err, ok } from '#core/result'
import { type TownTransaction, inTown } from '#tenancy/town_transaction'

interface OpenIncident {
  id: string
  caseId: string | null
  jobId: string | null
  key: string
  element: string
  state: 'open' | 'resolved'
}

export interface IncidentRetry extends Moment {
  municipalityId: string
  incidentId: string
  actor: Actor
  /** Why it may work now; kept in the audit trail. */
  reason: string
  /** Corrects the variables that the case stumbled on. */
  variables?: Record<string, Json>
}

/** `stoppedAgain`: the incident that it came to at once; null where it went on, or waits for what tries it. */
export interface Retried {
  stoppedAgain: string | null
}

/** An administrator has what failed tried again. Doing so twice is doing it once. */
export class RetryIncident {
  execute(
    given: IncidentRetry
  ): Promise<Result<Retried, 'not_found' | 'already_resolved' | 'no_reason' | 'frozen'>> {
    return inTown(given.municipalityId, async (trx) => {
      if (given.reason.trim() === '') return err('no_reason' as const)
      const mended = Object.keys(given.variables ?? {})
      if (mended.some(isOfTheFiling)) return err('frozen' as const)
      const seen = await incident(trx, given.incidentId)
      if (!seen) return err('not_found' as const)
      const caseFile = seen.caseId ? await lockedCase(trx, seen.caseId) : null
      const { at, actor, moved } = given
      const settled = await trx.rows(
        `UPDATE incidents SET state = 'resolved', resolved_at = $3, resolved_by = $4
         WHERE municipality_id = $1 AND id = $2 AND state = 'open' RETURNING 1`,
        [trx.municipalityId, seen.id, at.toISOString(), `${actor.kind}/${actor.id}`]
      )
      if (settled.length === 0) return err('already_resolved' as const)
      if (seen.jobId) await wakeJob(trx, seen.jobId)
      else if (caseFile) await retryInCase(trx, caseFile, seen, given)
      const subject = { kind: 'incidents', id: seen.id }
      const detail = {
        ...{ reason: given.reason.trim(), element: seen.element, case: seen.caseId },
        ...(mended.length > 0 && { variables: digestsOf(given.variables!) }),
      }
      await appendAudit(
        trx,
        [{ actor, action: 'cases.incident_retried', subject, detail }],
        moved ? at : undefined
      )
      return ok({ stoppedAgain: await stoppedAgain(trx, seen, at) })
    })
  }
}

async function retryInCase(
  trx: TownTransaction,
  caseFile: LockedCase,
  seen: OpenIncident,
  given: IncidentRetry
): Promise<void> {
  const { at, actor, variables } = given
  const data = {
    ...{ element: seen.element, reason: given.reason.trim() },
    ...(Object.keys(variables ?? {}).length > 0 && { variables: turnsOf(caseFile, seen.key, variables!) }),
  }
  await recordEvent(trx, { caseFile, at, actor }, { kind: 'incident_retried', public: false, data })
  await advanceCase(trx, caseFile.id, { type: 'retry', key: seen.key, variables }, { at, actor })
}

const wakeJob = (trx: TownTransaction, jobId: string) =>
  trx.rows(
    `UPDATE jobs SET state = 'ready', attempts = 0, locked_until = NULL
     WHERE municipality_id = $1 AND id = $2 AND state = 'failed'`,
    [trx.municipalityId, jobId]
  )

async function incident(trx: TownTransaction, id: string): Promise<OpenIncident | null> {
  const [row] = await trx.rows<OpenIncident>(
    `SELECT id, case_id AS "caseId", job_id AS "jobId", key, element, state FROM incidents WHERE municipality_id = $1 AND id = $2`,
    [trx.municipalityId, id]
  )
  return row ?? null
}

async function stoppedAgain(
  trx: TownTransaction,
  { caseId }: OpenIncident,
  at: Date
): Promise<string | null> {
  const [row] = await trx.rows<{ id: string }>(
    `SELECT id FROM incidents WHERE municipality_id = $1 AND case_id = $2 AND state = 'open' AND opened_at = $3 ORDER BY id LIMIT 1`,
    [trx.municipalityId, caseId, at.toISOString()],
    'stopped_again'
  )
  return row?.id ?? null
}
