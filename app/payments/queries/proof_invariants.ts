import { checkAsked } from '#tenancy/queries/check_asked'

const MADE = `(SELECT facts ->> 'order' AS id FROM documents WHERE municipality_id = $1 AND kind = 'payment_proof'
  UNION ALL SELECT input ->> 'order' FROM jobs WHERE municipality_id = $1 AND kind = 'payment_proof')`

/** Whoever has paid has one proof of it, or the one work that makes it. */
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
])
