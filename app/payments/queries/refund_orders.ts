import type { RefundOrder } from '#payments/types'
import type { TownTransaction } from '#tenancy/town_transaction'

const REFUND_ORDER = `
  SELECT id, order_id AS "orderId", settlement_id AS "settlementId", amount::float8 AS amount, reason, ordered_at AS "orderedAt"
  FROM refund_orders WHERE municipality_id = $1`

export async function refundOrderById(trx: TownTransaction, id: string): Promise<RefundOrder | null> {
  const [row] = await trx.rows<RefundOrder>(`${REFUND_ORDER} AND id = $2`, [trx.municipalityId, id])
  return row ?? null
}

/** What was decided under a key, so that it is decided once. */
export async function refundOrderByKey(trx: TownTransaction, orderId: string, key: string) {
  const values = [trx.municipalityId, orderId, key]
  const [row] = await trx.rows<RefundOrder>(`${REFUND_ORDER} AND order_id = $2 AND key = $3`, values)
  return row ?? null
}

/** What is left of settlement `s`: the rest was given back, or will be. */
export const KEPT_CENTS = `(s.amount - coalesce((SELECT sum(b.amount) FROM refund_orders b
    WHERE b.municipality_id = $1 AND b.settlement_id = s.id), 0))::float8`

const KEPT = `
  SELECT s.id AS settlement, ${KEPT_CENTS} AS cents
  FROM settlements s WHERE s.municipality_id = $1 AND s.order_id = $2 AND s.effect = 'pays'`

/** By which settlement an order was paid, and the cents of it that nobody has decided to give back. */
export async function keptOf(trx: TownTransaction, orderId: string) {
  const [row] = await trx.rows<{ settlement: string; cents: number }>(KEPT, [trx.municipalityId, orderId])
  return row ?? null
}
