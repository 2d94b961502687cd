import { CASE_NUMBER } from '#cases/queries/case_number'
import { inTown } from '#tenancy/town_transaction'

/** A case that called this one, or that this one called. */
export interface RelatedCase {
  id: string
  how: 'caller' | 'called'
  number: string
  subject: string
  slug: string
  digest: string
  state: 'open' | 'closed'
  outcome: string | null
  /** Of what it called, the key of its call. */
  key: string | null
}

const RELATED = `
  SELECT r.how, r.key, c.id, ${CASE_NUMBER} AS number, c.subject, c.slug, c.digest, c.state, c.outcome
  FROM (SELECT 'caller' AS how, parent_id AS id, NULL AS key FROM openings WHERE municipality_id = $1 AND case_id = $2 AND parent_id IS NOT NULL
    UNION ALL SELECT 'called', case_id, parent_key FROM openings WHERE municipality_id = $1 AND parent_id = $2) r
  JOIN case_files c ON c.municipality_id = $1 AND c.id = r.id ORDER BY r.how, c.id`

/** The cases that a case has to do with: who called it first, then what it called, the oldest first. */
export const relatedCases = (municipalityId: string, caseId: string): Promise<RelatedCase[]> =>
  inTown(municipalityId, (trx) => trx.rows<RelatedCase>(RELATED, [municipalityId, caseId], 'related_cases'))
