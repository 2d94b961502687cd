import { SYSTEM, type AuditRow } from '#audit/types'
import { enqueue, newJob } from '#core/jobs/enqueue'
import { uuidv7 } from '#core/ids'
import type { Assessment } from '#fees/index'
import { amountOf, centsOf } from '#payments/domain/cents'
import { referenceOf } from '#payments/domain/reference'
import { orderRows } from '#payments/rows'
import type { Payer } from '#payments/types'
import { insertRows } from '#tenancy/insert_rows'
import { rowDigest } from '#tenancy/row_digest'
import type { TownTransaction } from '#tenancy/town_transaction'

export interface OrderInput {
  caseId: string
  personId: string
  /** Makes it once. */
  key: string
  concept: string
  language: string
  payer: Payer
  assessment: Assessment
  at: Date
  /** The last instant to pay. */
  expiresAt: Date
  /** The year of the town's calendar, for the reference. */
  year: number
}

const NEXT = `
  INSERT INTO payment_counters (municipality_id, year, last) VALUES ($1, $2, 1)
  ON CONFLICT (municipality_id, year) DO UPDATE SET last = payment_counters.last + 1 RETURNING last::int AS last`

/**
 * Asks somebody to pay what was assessed, in the transaction of whoever asks. What comes to nothing is not asked
 * for: null. The caller writes the audit rows last.
 */
export async function orderPayment(
  trx: TownTransaction,
  given: OrderInput
): Promise<{ id: string; reference: string; audit: AuditRow[] } | null> {
  const { caseId, personId, key, concept, language, payer, assessment, at, expiresAt, year } = given
  const amount = centsOf(assessment.total)
  if (amount === 0) return null
  const [counter] = await trx.rows<{ last: number }>(NEXT, [trx.municipalityId, year])
  const [id, reference] = [uuidv7(at.getTime()), referenceOf(year, counter!.last)]
  const row = {
    id,
    reference,
    case_id: caseId,
    person_id: personId,
    key,
    concept,
    language,
    payer,
    assessment,
    amount,
    ordered_at: at.toISOString(),
    expires_at: expiresAt.toISOString(),
  }
  await insertRows(trx, orderRows, [row])
  await enqueue(trx, [
    newJob('payment_expiry', at, {
      case_id: caseId,
      key: id,
      input: { order: id },
      run_at: expiresAt.toISOString(),
    }),
  ])
  const subject = { kind: 'payment_orders', id }
  const detail = { case: caseId, reference, amount: amountOf(amount), row: rowDigest(orderRows, row) }
  return { id, reference, audit: [{ actor: SYSTEM, action: 'payments.ordered', subject, detail }] }
}
