import { localDate } from '#cases/domain/local_date'
import { openingRows } from '#cases/rows'
import { canonical } from '#core/canonical_json'
import type { Check } from '#core/invariants'
import type { Json } from '#core/json'
import { checkAsked } from '#tenancy/queries/check_asked'
import { inPages } from '#tenancy/queries/in_pages'
import { townById } from '#tenancy/queries/towns'
import { rowDigest, writtenRowSql } from '#tenancy/row_digest'

const PAGE = 500

/** Cases that nothing was filed for, each with why it was opened, and what the audit trail has of that. */
const OPENED = `
SELECT c.id, ${writtenRowSql(openingRows, 'o')} AS opening, o.opened_at = c.opened_at AS agrees, c.opened_at AS "openedAt",
  c.counts_from::text AS "countsFrom", a.detail AS act,
  jsonb_build_object('procedure', c.slug, 'digest', c.digest, 'subject', c.subject, 'applicant', c.applicant, 'language', c.language) AS says
FROM case_files c
LEFT JOIN openings o ON o.municipality_id = $1 AND o.case_id = c.id
LEFT JOIN LATERAL (SELECT a.detail FROM audit_entries a WHERE a.municipality_id = $1 AND a.subject_kind = 'case_files'
  AND a.subject_id = c.id::text AND a.action = 'cases.opened_ex_officio' ORDER BY a.sequence LIMIT 1) a ON true
WHERE c.municipality_id = $1 AND c.filing_id IS NULL AND c.id > $2 ORDER BY c.id`

interface Opened {
  id: string
  opening: Record<string, Json>
  agrees: boolean | null
  openedAt: Date
  countsFrom: string
  act: (Record<string, Json> & { row: string }) | null
  says: Record<string, Json>
}

function faultOf(opened: Opened, timeZone: string): string | null {
  const { opening, agrees, openedAt, countsFrom, act, says } = opened
  if (agrees === null || !act) return 'row_without_act'
  if (rowDigest(openingRows, opening) !== act.row) return 'row_differs'
  const told = Object.fromEntries(Object.keys(says).map((name) => [name, act[name] ?? null]))
  const same = canonical(told) === canonical(says) && countsFrom === localDate(openedAt, timeZone)
  return agrees && same ? null : 'case_differs'
}

const checkRest = checkAsked([
  {
    rule: 'I3',
    count: `SELECT count(*)::int FROM openings WHERE municipality_id = $1`,
    faults: {
      opening_gap: `
        SELECT 'openings ' || coalesce(c.year, o.year) AS row
        FROM (SELECT year::text, last FROM opening_counters WHERE municipality_id = $1) c
        FULL JOIN (SELECT left(number, 4) AS year, count(*) AS openings, max(substring(number FROM '^\\d{4}-EO-(\\d+)$')::int) AS highest FROM openings
          WHERE municipality_id = $1 GROUP BY 1) o ON o.year = c.year
        WHERE o.openings IS DISTINCT FROM c.last OR o.highest IS DISTINCT FROM c.last`,
    },
  },
  {
    rule: 'I19',
    count: `SELECT count(*)::int FROM openings WHERE municipality_id = $1`,
    faults: {
      row_lost: `
        SELECT a.subject_id AS row FROM audit_entries a WHERE a.municipality_id = $1 AND a.action = 'cases.opened_ex_officio'
          AND NOT EXISTS (SELECT FROM openings o JOIN case_files c ON c.municipality_id = $1 AND c.id = o.case_id AND c.filing_id IS NULL
            WHERE o.municipality_id = $1 AND o.case_id::text = a.subject_id)`,
    },
  },
  {
    rule: 'I13',
    count: `SELECT count(*)::int FROM messages WHERE municipality_id = $1`,
    faults: {
      // One that waits has the work that ends its wait, and one that does not has none.
      message_without_end: `
        SELECT m.id AS row FROM messages m WHERE m.municipality_id = $1 AND (m.state = 'waiting') <> EXISTS (
          SELECT FROM jobs j WHERE j.municipality_id = $1 AND j.kind = 'message_expiry' AND j.key = m.id::text)`,
      // Whoever got it says so, once; nobody else does.
      message_receivers: `
        SELECT coalesce(m.id::text, e.message) AS row
        FROM (SELECT id, case_id FROM messages WHERE municipality_id = $1 AND case_id IS NOT NULL) m
        FULL JOIN (SELECT data ->> 'message' AS message, count(*) AS times, min(case_id::text) AS case_id FROM case_events
          WHERE municipality_id = $1 AND kind IN ('message_received', 'opened_ex_officio') AND data ? 'message' GROUP BY 1) e
          ON e.message = m.id::text
        WHERE e.times IS DISTINCT FROM 1 OR e.case_id IS DISTINCT FROM m.case_id::text`,
    },
  },
])

/** What passed between cases is told the same by whom it came from, whom it came to, and the audit trail. */
export const checkBetween: Check = async (municipalityId, report) => {
  const timeZone = (await townById(municipalityId))!.timeZone
  for await (const page of inPages<Opened>(municipalityId, OPENED, PAGE)) {
    report.saw('I19', page.length)
    for (const opened of page) {
      const fault = faultOf(opened, timeZone)
      if (fault) report.breaks('I19', fault, opened.id)
    }
  }
  await checkRest(municipalityId, report)
}
