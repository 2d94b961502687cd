import { CASE_NUMBER } from '#cases/queries/case_number'
import { utcMicrosecondsSql } from '#core/hash_chain'
import type { FiledIn } from '#filings/domain/act'
import type { TownTransaction } from '#tenancy/town_transaction'

/** What an answer is to: of what had been notified in the case when its task was opened, the last. */
const ANSWERED = `
SELECT jsonb_build_object('document', d.name, 'number', x.entry_number, 'on', (n.acted_at AT TIME ZONE $3)::date) AS answered
FROM tasks t
JOIN notifications n ON n.municipality_id = $1 AND n.case_id = t.case_id AND n.acted_at <= t.opened_at AND n.state <> 'taken_back'
JOIN documents d ON d.municipality_id = $1 AND d.id = n.document_id
LEFT JOIN register_entries x ON x.municipality_id = $1 AND x.id = n.entry_id
WHERE t.municipality_id = $1 AND t.case_id = f.case_id AND f.kind = 'correction' AND t.state = 'done'
  AND t.closed_at = f.filed_at AND t.closed_by = 'person/' || f.person_id
ORDER BY n.acted_at DESC, n.id DESC LIMIT 1`

const QUERY = `
SELECT ${CASE_NUMBER} AS number, ${utcMicrosecondsSql('coalesce(o.recorded_at, c.opened_at)')} AS "openedAt", a.answered
FROM filings f
JOIN case_files c ON c.municipality_id = $1 AND c.id = f.case_id
LEFT JOIN register_entries o ON o.municipality_id = $1 AND o.id = c.entry_id
LEFT JOIN LATERAL (${ANSWERED}) a ON true
WHERE f.municipality_id = $1 AND f.id = $2 AND f.kind <> 'submission'`

/** The case that a filing was filed in; null of the one that opened it. */
export async function filedIn(
  trx: TownTransaction,
  filingId: string,
  timeZone: string
): Promise<FiledIn | null> {
  const [row] = await trx.rows<FiledIn>(QUERY, [trx.municipalityId, filingId, timeZone], 'filed_in')
  return row ?? null
}
