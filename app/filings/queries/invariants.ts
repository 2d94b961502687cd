import { digestOf } from '#core/digest'
import type { Check } from '#core/invariants'
import { checkErased } from '#filings/queries/erased_invariants'
import { checkRows } from '#filings/queries/row_invariants'
import { checkAsked } from '#tenancy/queries/check_asked'
import { inPages } from '#tenancy/queries/in_pages'

const PAGE = 500

const checkEntries = checkAsked([
  {
    rule: 'I1',
    count: `SELECT count(*)::int FROM filings WHERE municipality_id = $1`,
    faults: {
      filing_entries: `
        SELECT f.id AS row FROM filings f
        LEFT JOIN register_entries e ON e.municipality_id = $1 AND e.filing_id = f.id AND e.book = 'incoming'
        WHERE f.municipality_id = $1 GROUP BY f.id, f.entry_id, f.case_id
        HAVING count(e.id) <> 1 OR bool_or(e.id <> f.entry_id) OR bool_or(e.case_id IS DISTINCT FROM f.case_id)`,
      // What has no person has a follow-up code, and says of nobody who they are.
      anonymous_filing: `
        SELECT f.id AS row FROM filings f
        LEFT JOIN follow_ups u ON u.municipality_id = $1 AND u.filing_id = f.id
        WHERE f.municipality_id = $1 AND ((f.person_id IS NULL) <> (u.filing_id IS NOT NULL) OR u.case_id <> f.case_id
          OR f.person_id IS NULL AND (f.kind <> 'submission' OR f.signer IS NOT NULL
            OR coalesce(f.applicant ->> 'name', f.applicant ->> 'identifier', f.applicant ->> 'representative') IS NOT NULL))`,
    },
  },
  {
    rule: 'I2',
    count: `SELECT count(*)::int FROM register_entries WHERE municipality_id = $1`,
    faults: {
      entry_without_act: `
        SELECT e.entry_number AS row FROM register_entries e
        LEFT JOIN filings f ON f.municipality_id = $1 AND f.id = e.filing_id
        LEFT JOIN documents d ON d.municipality_id = $1 AND d.id = e.document_id
        WHERE e.municipality_id = $1 AND (e.book = 'incoming' AND f.entry_id IS DISTINCT FROM e.id
          OR e.book <> 'incoming' AND (d.id IS NULL OR d.case_id IS DISTINCT FROM e.case_id)
          OR e.book = 'resolutions' AND d.kind <> 'resolution')`,
      // Since the book was begun: what was resolved before has no number.
      resolution_entries: `
        SELECT d.id AS row FROM documents d
        LEFT JOIN register_entries e ON e.municipality_id = $1 AND e.case_id = d.case_id AND e.document_id = d.id AND e.book = 'resolutions'
        WHERE d.municipality_id = $1 AND d.kind = 'resolution' AND d.created_at >= (
          SELECT min(b.recorded_at) FROM register_entries b WHERE b.municipality_id = $1 AND b.book = 'resolutions')
        GROUP BY d.id HAVING count(e.id) <> 1`,
    },
  },
  {
    rule: 'I7',
    count: `SELECT count(*)::int FROM idempotency_keys WHERE municipality_id = $1`,
    faults: {
      key_twice: `
        SELECT key AS row FROM idempotency_keys WHERE municipality_id = $1 GROUP BY key HAVING count(*) > 1`,
      answer_differs: `
        SELECT k.key AS row FROM idempotency_keys k
        LEFT JOIN filings f ON f.municipality_id = $1 AND f.id = k.key
        WHERE k.municipality_id = $1 AND (f.id IS NULL OR k.answer <> jsonb_build_object(
          'filingId', f.id, 'caseId', f.case_id, 'entryId', f.entry_id))`,
      // Whoever lets keys expire one day bounds this by their age.
      submission_without_key: `
        SELECT f.id AS row FROM filings f LEFT JOIN idempotency_keys k ON k.municipality_id = $1 AND k.key = f.id
        WHERE f.municipality_id = $1 AND f.kind = 'submission' AND k.key IS NULL`,
    },
  },
])

/** Every filing is one entry, every entry has its act, and every submission has its one answer. */
export const checkFilings: Check = async (municipalityId, report) => {
  await checkEntries(municipalityId, report)
  await checkAnswers(municipalityId, report)
  await checkRows(municipalityId, report)
  await checkErased(municipalityId, report)
}

/** What was filed still has the digest that it was filed with. */
const checkAnswers: Check = async (municipalityId, report) => {
  const sql = `SELECT id, answers, answers_digest AS digest FROM filings
    WHERE municipality_id = $1 AND id > $2 ORDER BY id`
  type Answered = { id: string; answers: unknown; digest: string }
  for await (const page of inPages<Answered>(municipalityId, sql, PAGE))
    for (const { id, answers, digest } of page)
      if (digestOf(answers) !== digest) report.breaks('I1', 'answers_digest', id)
}
