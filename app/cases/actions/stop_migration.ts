import { appendAudit } from '#audit/actions/append_audit'
import type { Actor } from '#cases/types'
import { type Result, err, ok } from '#core/result'
import { type TownTransaction, inTown } from '#tenancy/town_transaction'

interface Ending {
  state: 'stopped' | 'done'
  actor: Actor
  at: Date
}

/**
 * Ends a run that runs, with what has become of its cases; false where it had ended. Cases that it has not been at stay as they
 * are; beginning again with the same plan goes on with them.
 */
export async function endMigration(
  trx: TownTransaction,
  runId: string,
  { state, actor, at }: Ending
): Promise<boolean> {
  const of = [trx.municipalityId, runId]
  const ended = await trx.rows(
    `UPDATE migration_runs SET state = $3, ended_at = $4 WHERE municipality_id = $1 AND id = $2 AND state = 'running' RETURNING 1`,
    [...of, state, at.toISOString()]
  )
  if (ended.length === 0) return false
  const counts = await trx.rows<{ outcome: string; cases: number }>(
    `SELECT outcome, count(*)::int AS cases FROM case_migrations WHERE municipality_id = $1 AND run_id = $2 GROUP BY outcome`,
    of
  )
  const detail = Object.fromEntries(counts.map(({ outcome, cases }) => [outcome, cases]))
  const subject = { kind: 'migration_runs', id: runId }
  const action = state === 'done' ? 'cases.migration_ended' : 'cases.migration_stopped'
  await appendAudit(trx, [{ actor, action, subject, detail }])
  return true
}

/** An administrator stops a run: the case in hand is finished, no other is begun. */
export class StopMigration {
  execute(given: {
    municipalityId: string
    runId: string
    actor: Actor
    at: Date
  }): Promise<Result<null, 'not_running'>> {
    const { municipalityId, runId, actor, at } = given
    return inTown(municipalityId, async (trx) =>
      (await endMigration(trx, runId, { state: 'stopped', actor, at })) ? ok(null) : err('not_running')
    )
  }
}
