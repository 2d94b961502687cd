import type { TownTransaction } from '#tenancy/town_transaction'

/** What a process listened for, and no longer does. */
export interface Dropped {
  message: string
  correlation: string
}

/**
 * Ends what waited on element instances that are gone: open tasks are cancelled, timers and jobs withdrawn,
 * subscriptions dropped, incidents settled. What a step has finished itself is left as it is. Answers what was dropped.
 */
export async function endKeys(
  trx: TownTransaction,
  caseId: string,
  keys: string[],
  at: Date
): Promise<Dropped[]> {
  if (keys.length === 0) return []
  const of = [trx.municipalityId, caseId, keys]
  const where = `WHERE municipality_id = $1 AND case_id = $2 AND key = ANY($3)`
  const [, , dropped] = await Promise.all([
    trx.rows(
      `UPDATE tasks SET state = 'cancelled', closed_at = $4, closed_by = 'system' ${where} AND state = 'open'`,
      [...of, at.toISOString()],
      'cancel_tasks'
    ),
    trx.rows(
      `DELETE FROM jobs ${where} AND kind IN ('activity', 'timer', 'call', 'message_delivery')`,
      of,
      'withdraw_jobs'
    ),
    trx.rows<Dropped>(
      `DELETE FROM subscriptions ${where} RETURNING message, correlation`,
      of,
      'drop_subscriptions'
    ),
    trx.rows(
      `UPDATE incidents SET state = 'resolved', resolved_at = $4, resolved_by = 'system' ${where} AND state = 'open'`,
      [...of, at.toISOString()],
      'settle_incidents'
    ),
  ])
  return dropped
}
