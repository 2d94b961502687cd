import { utcMicrosecondsSql } from '#core/hash_chain'
import type { Written } from '#filings/registrar/member'
import { rowsOfTown } from '#tenancy/town_transaction'

const QUERY = `
SELECT k.key, k.body_digest AS "bodyDigest", k.answer->>'filingId' AS "filingId", k.answer->>'caseId' AS "caseId", e.id AS "entryId",
       e.entry_number AS "entryNumber", ${utcMicrosecondsSql('e.recorded_at')} AS "recordedAt",
       ${utcMicrosecondsSql('e.effective_at')} AS "effectiveAt", e.effective_date::text AS "effectiveDate"
FROM idempotency_keys k
JOIN register_entries e ON e.municipality_id = $1 AND e.id = (k.answer->>'entryId')::uuid
WHERE k.municipality_id = $1 AND k.key = ANY($2::uuid[])`

/** What was already answered for these keys. */
export async function earlierAnswers(municipalityId: string, keys: string[]) {
  const rows = await rowsOfTown<Written & { key: string; bodyDigest: string }>(
    municipalityId,
    QUERY,
    [municipalityId, keys],
    'earlier_answers'
  )
  return rows.map(({ key, bodyDigest, ...written }) => ({ key, bodyDigest, written: written as Written }))
}
