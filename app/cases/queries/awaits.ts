import { lockedCase } from '#cases/queries/locked_case'
import type { TownTransaction } from '#tenancy/town_transaction'

/** Locks a case and says whether its process still waits for the end of what it has asked for. */
const awaits =
  (message: 'signature_ended' | 'payment_ended') =>
  async (trx: TownTransaction, { id, caseId }: { id: string; caseId: string }): Promise<boolean> => {
    await lockedCase(trx, caseId)
    const waiting = await trx.rows(
      `SELECT 1 FROM subscriptions WHERE municipality_id = $1 AND case_id = $2 AND message = $4 AND correlation = $3`,
      [trx.municipalityId, caseId, id, message]
    )
    return waiting.length > 0
  }

export const awaitsSignature = awaits('signature_ended')
export const awaitsPayment = awaits('payment_ended')
