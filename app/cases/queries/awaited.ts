import type { Awaited } from '#catalogue/index'
import type { TownTransaction } from '#tenancy/town_transaction'

/** The last day of what expires at an instant, by the town's clock. */
const lastDayOf = (instant: string) => `((${instant} - interval '1 millisecond') AT TIME ZONE $3)::date::text`

const AWAITED = `
SELECT 'answer' AS of, t.id::text AS id, t.due_on::text AS "lastDay" FROM tasks t
  JOIN case_files c ON c.municipality_id = $1 AND c.id = t.case_id
  WHERE t.municipality_id = $1 AND t.case_id = $2 AND t.state = 'open' AND t.role = 'citizen' AND t.due_on IS NOT NULL
    AND NOT EXISTS (SELECT FROM jobs j WHERE j.municipality_id = $1 AND j.case_id = $2 AND j.kind = 'timer'
      AND j.state = 'paused' AND c.workflow #>> ARRAY['tokens', j.key, 'host'] = t.key)
UNION ALL
SELECT 'notification', n.id::text, ${lastDayOf('n.expires_at')} FROM notifications n
  WHERE n.municipality_id = $1 AND n.case_id = $2 AND n.state = 'available' AND n.expires_at IS NOT NULL
UNION ALL
SELECT 'payment', o.id::text, ${lastDayOf('o.expires_at')} FROM payment_orders o
  WHERE o.municipality_id = $1 AND o.case_id = $2 AND o.state = 'open'
UNION ALL
SELECT 'resolution', '', c.due_on::text FROM case_files c
  WHERE c.municipality_id = $1 AND c.id = $2 AND c.state = 'open' AND c.suspended_on IS NULL AND c.silence_on IS NULL
    AND c.due_on IS NOT NULL`

/**
 * What of a case waits for somebody until a last day, and does not stand still: an answer, a notification, a payment, the
 * resolution.
 */
export const awaitedIn = (trx: TownTransaction, caseId: string, timeZone: string): Promise<Awaited[]> =>
  trx.rows<Awaited>(AWAITED, [trx.municipalityId, caseId, timeZone], 'awaited')
