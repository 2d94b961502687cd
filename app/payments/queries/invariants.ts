import { utcMicrosecondsSql } from '#core/hash_chain'
import type { Check } from '#core/invariants'
import { faultsOfOrder, type KeptOrder } from '#payments/domain/order_faults'
import { attemptRows, orderRows, refundOrderRows, refundRows, settlementRows } from '#payments/rows'
import { writtenRowSql } from '#tenancy/row_digest'
import { inPages } from '#tenancy/queries/in_pages'
import { inTown } from '#tenancy/town_transaction'
import type { RowShape } from '#tenancy/insert_rows'

const PAGE = 200

/** The rows of a table that are of order `o`, as they were written. */
const ofOrder = (shape: RowShape) =>
  `ARRAY(SELECT ${writtenRowSql(shape, 't')} FROM ${shape.table} t WHERE t.municipality_id = $1 AND t.order_id = o.id ORDER BY t.id)`

/** One statement, so that an order that is paid meanwhile is seen before or after, not in the middle. */
const ORDERS = `
SELECT o.id, ${writtenRowSql(orderRows, 'o')} AS order, o.state, ${utcMicrosecondsSql('o.ended_at')} AS "endedAt",
  ARRAY(SELECT jsonb_build_object('row', ${writtenRowSql(attemptRows, 't')}, 'state', t.state, 'endedAt', ${utcMicrosecondsSql('t.ended_at')})
    FROM payment_attempts t WHERE t.municipality_id = $1 AND t.order_id = o.id ORDER BY t.id) AS attempts,
  ${ofOrder(settlementRows)} AS settlements, ${ofOrder(refundOrderRows)} AS "refundOrders", ${ofOrder(refundRows)} AS refunds,
  ARRAY(SELECT jsonb_build_object('kind', j.kind, 'key', j.key, 'input', j.input, 'runAt', ${utcMicrosecondsSql('j.run_at')})
    FROM jobs j WHERE j.municipality_id = $1 AND j.case_id = o.case_id AND j.state <> 'paused'
      AND (j.kind = 'payment_expiry' AND (j.key = o.id::text OR j.input ->> 'order' = o.id::text)
        OR j.kind = 'refund' AND j.key IN (SELECT s.id::text FROM settlements s WHERE s.municipality_id = $1 AND s.order_id = o.id
        UNION ALL SELECT r.id::text FROM refund_orders r WHERE r.municipality_id = $1 AND r.order_id = o.id))
    ORDER BY j.id) AS jobs,
  ARRAY(SELECT jsonb_build_object('action', replace(a.action, 'payments.', ''), 'detail', a.detail) FROM audit_entries a
    WHERE a.municipality_id = $1 AND a.subject_id = o.id::text AND a.subject_kind = 'payment_orders' AND a.action LIKE 'payments.%'
    ORDER BY a.sequence) AS acts
FROM payment_orders o WHERE o.municipality_id = $1 AND o.id > $2 ORDER BY o.id`

/** An order that was made and is no more. */
const LOST = `
SELECT a.subject_id AS row FROM audit_entries a WHERE a.municipality_id = $1 AND a.action = 'payments.ordered'
  AND NOT EXISTS (SELECT FROM payment_orders o WHERE o.municipality_id = $1 AND o.id::text = a.subject_id)`

/** Where references of a year and their counter are not the same. */
const GAPS = `
SELECT 'payments ' || coalesce(c.yy, o.yy) AS row
FROM (SELECT right(year::text, 2) AS yy, last FROM payment_counters WHERE municipality_id = $1) c
FULL JOIN (SELECT left(reference, 2) AS yy, count(*) AS orders, max(right(reference, 8)) AS highest
  FROM payment_orders WHERE municipality_id = $1 GROUP BY 1) o ON o.yy = c.yy
WHERE o.orders IS DISTINCT FROM c.last OR o.highest IS DISTINCT FROM lpad(c.last::text, 8, '0')`

/** What was asked, tried, paid and given back is what its acts say, and the money adds up. */
export const checkPayments: Check = async (municipalityId, report) => {
  const ask = (sql: string) =>
    inTown(municipalityId, (trx) => trx.rows<{ row: string }>(sql, [municipalityId]))
  for await (const page of inPages<KeptOrder & { id: string }>(municipalityId, ORDERS, PAGE)) {
    for (const rule of ['I10', 'I11', 'I19', 'I20'] as const) report.saw(rule, page.length)
    for (const kept of page)
      for (const [rule, fault, row] of faultsOfOrder(kept)) report.breaks(rule, fault, row)
  }
  for (const { row } of await ask(LOST)) report.breaks('I19', 'row_lost', row)
  for (const { row } of await ask(GAPS)) report.breaks('I3', 'reference_gap', row)
}
