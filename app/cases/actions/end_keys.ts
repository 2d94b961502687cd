import type { TownTransaction } from '#tenancy/town_transaction'

/** What a process listened for, and no longer does. */
export interface Dropped {
  message: string
  correlation: string
}

const OF = `WHERE municipality_id = $1 AND case_id = $2 AND key = ANY($3)`

const CANCEL = `UPDATE tasks SET state = 'cancelled', closed_at = $4, closed_by = 'system' ${OF} AND state = 'open'`

const END = `
  WITH cancelled AS (${CANCEL}),
    withdrawn AS (DELETE FROM jobs ${OF} AND kind IN ('activity', 'timer', 'call', 'message_delivery')),
    settled AS (UPDATE incidents SET state = 'resolved', resolved_at = $4, resolved_by = 'system' ${OF} AND state = 'open')
  DELETE FROM subscriptions ${OF} RETURNING message, correlation`

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
  return trx.rows<Dropped>(END, [trx.municipalityId, caseId, keys, at.toISOString()], 'end_keys')
}

/** The same where nothing but tasks stood, which is what most steps end: one table has to be asked, not four. */
export async function endTasks(trx: TownTransaction, caseId: string, keys: string[], at: Date): Promise<[]> {
  if (keys.length > 0)
    await trx.rows(CANCEL, [trx.municipalityId, caseId, keys, at.toISOString()], 'end_tasks')
  return []
}
