import { lockedCase } from '#cases/queries/locked_case'
import type { TownTransaction } from '#tenancy/town_transaction'

/** Locks a case and says whether its process still waits for the end of a signature. */
export async function awaitsSignature(
  trx: TownTransaction,
  { id, caseId }: { id: string; caseId: string }
): Promise<boolean> {
  await lockedCase(trx, caseId)
  const waiting = await trx.rows(
    `SELECT 1 FROM subscriptions WHERE municipality_id = $1 AND case_id = $2 AND message = 'signature_ended' AND correlation = $3`,
    [trx.municipalityId, caseId, id]
  )
  return waiting.length > 0
}
