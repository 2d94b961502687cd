import { checkAsked } from '#tenancy/queries/check_asked'

const MADE = `(SELECT facts ->> 'order' AS id FROM documents WHERE municipality_id = $1 AND kind = 'payment_proof'
  UNION ALL SELECT input ->> 'order' FROM jobs WHERE municipality_id = $1 AND kind = 'payment_proof')`

const MADE_OF_REFUND = `(SELECT facts ->> 'refund' AS id FROM documents WHERE municipality_id = $1 AND kind = 'refund_proof'
  UNION ALL SELECT input ->> 'refund' FROM jobs WHERE municipality_id = $1 AND kind = 'refund_proof')`

/** Whoever has paid, or got money back, has one proof of it, or the one work that makes it. */
export const checkProofs = checkAsked([
  {
    rule: 'I9',
    count: `SELECT count(*)::int FROM payment_orders WHERE municipality_id = $1 AND state = 'paid'`,
    faults: {
      proof_once: `
        SELECT o.id AS row FROM payment_orders o LEFT JOIN ${MADE} m ON m.id = o.id::text
        WHERE o.municipality_id = $1 GROUP BY o.id, o.state
        HAVING count(m.id) <> CASE o.state WHEN 'paid' THEN 1 ELSE 0 END`,
    },
  },
  {
    rule: 'I9',
    count: `SELECT count(*)::int FROM refunds WHERE municipality_id = $1`,
    faults: {
      refund_proof_once: `
        SELECT r.id AS row FROM refunds r LEFT JOIN ${MADE_OF_REFUND} m ON m.id = coalesce(r.refund_order_id, r.settlement_id)::text
        WHERE r.municipality_id = $1 GROUP BY r.id HAVING count(m.id) <> 1`,
    },
  },
])
