import { documentById } from '#documents/queries/documents'
import type { DocumentSummary } from '#documents/types'
import type { PaymentOrder, Refund } from '#payments/types'
import { rowsOfTown } from '#tenancy/town_transaction'

/** Every refund of a town, whatever asked for it; `$1` is the town. */
export const REFUNDS = `
  SELECT c.id, c.order_id AS "orderId", c.amount::float8 AS amount, c.why, c.surplus, c.asked_at AS "askedAt",
    CASE WHEN r.id IS NOT NULL THEN 'done' WHEN EXISTS (SELECT FROM jobs j WHERE j.municipality_id = $1
      AND j.kind = 'refund' AND j.key = c.id::text AND j.state = 'failed') THEN 'stuck' ELSE 'ordered' END AS state,
    r.refunded_at AS "refundedAt", r.external_id AS "externalId", s.gateway, s.external_id AS "paidBy"
  FROM (
    SELECT id, order_id, settlement_id, amount, reason AS why, NULL AS surplus, ordered_at AS asked_at
    FROM refund_orders WHERE municipality_id = $1
    UNION ALL SELECT id, order_id, id, amount, NULL, reason, recorded_at
    FROM settlements WHERE municipality_id = $1 AND effect = 'surplus'
  ) c
  JOIN settlements s ON s.municipality_id = $1 AND s.id = c.settlement_id
  LEFT JOIN refunds r ON r.municipality_id = $1 AND coalesce(r.refund_order_id, r.settlement_id) = c.id`

/** What goes back of an order, in the order in which it was asked for. */
export const refundsOf = (municipalityId: string, orderId: string): Promise<Refund[]> =>
  rowsOfTown<Refund>(
    municipalityId,
    `SELECT * FROM (${REFUNDS}) refund WHERE "orderId" = $2 ORDER BY "askedAt", id`,
    [municipalityId, orderId],
    'refunds_of_order'
  )

export async function refundById(municipalityId: string, id: string): Promise<Refund | null> {
  const sql = `SELECT * FROM (${REFUNDS}) refund WHERE id = $2`
  const [row] = await rowsOfTown<Refund>(municipalityId, sql, [municipalityId, id], 'refund_by_id')
  return row ?? null
}

/** The proofs of what went back of an order, by the id of its refund; none of one that is being made. */
export async function refundProofsOf(
  municipalityId: string,
  { id, caseId }: Pick<PaymentOrder, 'id' | 'caseId'>
): Promise<Map<string, DocumentSummary>> {
  const rows = await rowsOfTown<{ id: string; refund: string }>(
    municipalityId,
    `SELECT id, facts ->> 'refund' AS refund FROM documents
     WHERE municipality_id = $1 AND case_id = $2 AND kind = 'refund_proof' AND facts ->> 'order' = $3`,
    [municipalityId, caseId, id],
    'proofs_of_refunds'
  )
  const found = await Promise.all(
    rows.map(async ({ id: proof, refund }) => [refund, await documentById(municipalityId, proof)] as const)
  )
  return new Map(found.filter((pair): pair is [string, DocumentSummary] => pair[1] !== null))
}
