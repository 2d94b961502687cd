import type { SurplusReason } from '#payments/types'
import { rowsOfTown } from '#tenancy/town_transaction'

/** Money that goes back, or has: `why` is the office's reason, or what was the matter with money that paid nothing. */
export interface Refund {
  /** Of the decision, or of the money that paid nothing. */
  id: string
  orderId: string
  amount: number
  why: string | null
  surplus: SurplusReason | null
  /** `stuck`: the gateway did not do it, and an administrator knows. */
  state: 'ordered' | 'stuck' | 'done'
  askedAt: Date
  refundedAt: Date | null
  /** The gateway's own number of it. */
  externalId: string | null
}

/** Every refund of a town, whatever asked for it; `$1` is the town. */
export const REFUNDS = `
  SELECT c.id, c.order_id AS "orderId", c.amount::float8 AS amount, c.why, c.surplus, c.asked_at AS "askedAt",
    CASE WHEN r.id IS NOT NULL THEN 'done' WHEN EXISTS (SELECT FROM jobs j WHERE j.municipality_id = $1
      AND j.kind = 'refund' AND j.key = c.id::text AND j.state = 'failed') THEN 'stuck' ELSE 'ordered' END AS state,
    r.refunded_at AS "refundedAt", r.external_id AS "externalId"
  FROM (
    SELECT id, order_id, amount, reason AS why, NULL AS surplus, ordered_at AS asked_at
    FROM refund_orders WHERE municipality_id = $1
    UNION ALL SELECT id, order_id, amount, NULL, reason, recorded_at
    FROM settlements WHERE municipality_id = $1 AND effect = 'surplus'
  ) c
  LEFT JOIN refunds r ON r.municipality_id = $1 AND coalesce(r.refund_order_id, r.settlement_id) = c.id`

/** What goes back of an order, in the order in which it was asked for. */
export const refundsOf = (municipalityId: string, orderId: string): Promise<Refund[]> =>
  rowsOfTown<Refund>(
    municipalityId,
    `SELECT * FROM (${REFUNDS}) refund WHERE "orderId" = $2 ORDER BY "askedAt", id`,
    [municipalityId, orderId],
    'refunds_of_order'
  )
