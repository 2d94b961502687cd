import { appendAudit } from '#audit/actions/append_audit'
import type { Actor } from '#audit/types'
import { recordEvent } from '#cases/actions/record_event'
import { localDate } from '#cases/domain/local_date'
import { calendarOf } from '#tenancy/queries/calendar'
import type { TownTransaction } from '#tenancy/town_transaction'

/**
 * Takes away a silence that never was: the duty to notify was met on a day of the term (Law 39/2015, arts. 24.1 and
 * 40.4), and is written down after it. Answers whether there was one.
 */
export async function liftSilence(
  trx: TownTransaction,
  where: { caseFile: { id: string }; at: Date; actor: Actor }
): Promise<boolean> {
  const { caseFile, at, actor } = where
  const metOn = localDate(at, (await calendarOf(trx.municipalityId)).timeZone)
  const [lifted] = await trx.rows<{ since: string }>(
    `UPDATE case_files c SET silence_on = NULL FROM case_files was
     WHERE c.municipality_id = $1 AND c.id = $2 AND c.silence_on > $3 AND was.municipality_id = $1 AND was.id = c.id
     RETURNING was.silence_on::text AS since`,
    [trx.municipalityId, caseFile.id, metOn]
  )
  if (!lifted) return false
  const detail = { metOn, since: lifted.since }
  await recordEvent(trx, where, { kind: 'silence_lifted', public: true, data: detail })
  const subject = { kind: 'case_files', id: caseFile.id }
  await appendAudit(trx, [{ actor, action: 'cases.silence_lifted', subject, detail }])
  return true
}
