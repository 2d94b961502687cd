import { recordEvent } from '#cases/actions/record_event'
import { localDate } from '#cases/domain/local_date'
import type { LockedCase } from '#cases/queries/locked_case'
import type { Actor } from '#cases/types'
import { calendarOf } from '#tenancy/queries/calendar'
import type { TownTransaction } from '#tenancy/town_transaction'

/**
 * Stops the term to resolve and the timers that stop with it (Law 39/2015, art. 22.1). A term that already
 * stands still goes on standing still: answers false.
 */
export async function suspendTerm(
  trx: TownTransaction,
  where: { caseFile: LockedCase; at: Date; actor?: Actor }
): Promise<boolean> {
  const { caseFile, at } = where
  if (caseFile.suspendedOn) return false
  const from = localDate(at, (await calendarOf(trx.municipalityId)).timeZone)
  const pauses = [...caseFile.pauses, { from, to: null }]
  await trx.rows(
    `UPDATE case_files SET suspended_on = $3, pauses = $4, updated_at = $5 WHERE municipality_id = $1 AND id = $2`,
    [trx.municipalityId, caseFile.id, from, JSON.stringify(pauses), at.toISOString()]
  )
  await trx.rows(
    `UPDATE jobs SET state = 'paused'
     WHERE municipality_id = $1 AND case_id = $2 AND kind = 'timer' AND state = 'ready' AND input ->> 'suspends' = 'true'`,
    [trx.municipalityId, caseFile.id]
  )
  await recordEvent(trx, where, { kind: 'term_suspended', public: true, data: { from } })
  return true
}
