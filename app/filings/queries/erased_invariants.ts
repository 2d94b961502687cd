import { checkAsked } from '#tenancy/queries/check_asked'

const EXPIRED = `a.municipality_id = $1 AND a.action = 'filings.draft_expired'`

/** Of a draft that was erased there is neither what was written nor what was handed in, and its trace tells nothing of it. */
export const checkErased = checkAsked([
  {
    rule: 'I17',
    count: `SELECT count(*)::int FROM audit_entries a WHERE ${EXPIRED}`,
    faults: {
      erased_kept: `
        SELECT a.subject_id AS row FROM audit_entries a WHERE ${EXPIRED} AND (
          EXISTS (SELECT FROM drafts d WHERE d.municipality_id = $1 AND d.id::text = a.subject_id)
          OR EXISTS (SELECT FROM uploads u WHERE u.municipality_id = $1 AND u.draft_id::text = a.subject_id AND u.document_id IS NULL)
          OR a.detail - ARRAY['slug', 'kind', 'uploads'] <> '{}')`,
    },
  },
])
