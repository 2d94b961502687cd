import type { Check } from '#core/invariants'
import type { DocumentRow } from '#documents/rows'
import { documentRows } from '#documents/rows'
import { coveredFiling, type RowDigests } from '#filings/domain/row_digests'
import { followUpRows, type FilingRow, type FollowUpRow } from '#filings/rows'
import { inPages } from '#tenancy/queries/in_pages'
import { rowDigest, writtenSql } from '#tenancy/row_digest'
import { inTown } from '#tenancy/town_transaction'

const PAGE = 500

const FILED = `a.subject_kind = 'filing' AND a.action IN ('filings.submitted', 'filings.correction', 'filings.withdrawal', 'filings.addition')`

/** The first row of the audit trail about a thing: it was written with it. */
const auditOf = (id: string, which: string) => `LATERAL (
  SELECT a.detail FROM audit_entries a WHERE a.municipality_id = $1 AND a.subject_id = ${id}::text AND ${which}
  ORDER BY a.sequence LIMIT 1)`

const FILINGS = `
SELECT ${writtenSql(coveredFiling, 'f')}, coalesce(t.detail, 'null') AS audit,
       ARRAY(SELECT d.id::text FROM documents d WHERE d.municipality_id = $1 AND d.filing_id = f.id) AS documents
FROM filings f LEFT JOIN ${auditOf('f.id', FILED)} t ON true
WHERE f.municipality_id = $1 AND f.id > $2 ORDER BY f.id`

const DOCUMENTS = `
SELECT ${writtenSql(documentRows, 'd')}, coalesce(f.detail -> 'rows', i.detail, f.detail, 'null') AS audit
FROM documents d
LEFT JOIN ${auditOf('d.filing_id', FILED)} f ON true
LEFT JOIN ${auditOf('d.id', `a.subject_kind = 'documents' AND a.action = 'documents.issued' AND d.filing_id IS NULL`)} i ON true
WHERE d.municipality_id = $1 AND d.id > $2 ORDER BY d.id`

const FOLLOW_UPS = `
SELECT u.filing_id AS id, ${writtenSql(followUpRows, 'u')}, t.detail -> 'rows' ->> 'followUp' AS kept
FROM follow_ups u LEFT JOIN ${auditOf('u.filing_id', FILED)} t ON true
WHERE u.municipality_id = $1 AND u.filing_id > $2 ORDER BY u.filing_id`

/** A letter that was issued and is no more. */
const LOST = `
SELECT a.subject_id AS row FROM audit_entries a
WHERE a.municipality_id = $1 AND a.subject_kind = 'documents' AND a.action = 'documents.issued'
  AND NOT EXISTS (SELECT FROM documents d WHERE d.municipality_id = $1 AND d.id::text = a.subject_id)`

/** The version of a case before it first went on by another, or after it last did; null where it never has. */
const versionOf = (column: string, order: string) =>
  `(SELECT m.${column} FROM case_migrations m WHERE m.municipality_id = $1 AND m.case_id = c.id AND m.outcome <> 'stays'
    ORDER BY m.id ${order} LIMIT 1)`

/** A case that a filing opened says of it what the filing says, and counts from where the entry takes effect (Law 39/2015, art. 31.2). */
const CASES = `
SELECT c.id, c.subject, t.detail ->> 'subject' AS told,
  f.id IS NOT NULL AND e.id IS NOT NULL AND f.kind = 'submission' AND f.case_id = c.id AND f.entry_id = c.entry_id
  AND c.digest = coalesce(${versionOf('to_digest', 'DESC')}, c.digest)
  AND (c.slug, coalesce(${versionOf('from_digest', 'ASC')}, c.digest), c.person_id, c.applicant, c.language, c.opened_at, c.counts_from)
      IS NOT DISTINCT FROM (f.slug, f.digest, f.person_id, f.applicant, f.language, f.filed_at, e.effective_date) AS agrees
FROM case_files c
LEFT JOIN filings f ON f.municipality_id = $1 AND f.id = c.filing_id
LEFT JOIN register_entries e ON e.municipality_id = $1 AND e.id = c.entry_id
LEFT JOIN ${auditOf('c.filing_id', FILED)} t ON true
WHERE c.municipality_id = $1 AND c.filing_id IS NOT NULL AND c.id > $2 ORDER BY c.id`

/**
 * What filings, documents and cases say is what was written with their act: the audit trail keeps the digests of the
 * rows. Rows that are older than these digests have none, and are asked for their act only.
 */
export const checkRows: Check = async (municipalityId, report) => {
  const breaks = (fault: string, row: string) => report.breaks('I19', fault, row)
  const each = async <Row extends { id: string }>(sql: string, look: (row: Row) => void) => {
    for await (const page of inPages<Row>(municipalityId, sql, PAGE)) {
      report.saw('I19', page.length)
      page.forEach(look)
    }
  }
  type Filing = FilingRow & { audit: { rows?: RowDigests } | null; documents: string[] }
  await each<Filing>(FILINGS, (row) => {
    if (!row.audit) return breaks('row_without_act', row.id)
    const { rows } = row.audit
    if (!rows) return
    if (rowDigest(coveredFiling, row) !== rows.filing) breaks('row_differs', row.id)
    for (const id of Object.keys(rows.documents)) if (!row.documents.includes(id)) breaks('row_lost', id)
  })
  type Document = DocumentRow & { audit: (Partial<RowDigests> & { row?: string }) | null }
  await each<Document>(DOCUMENTS, (row) => {
    if (!row.audit) return breaks('row_without_act', row.id)
    const { row: own, documents } = row.audit
    if (documents && !documents[row.id]) return breaks('row_without_act', row.id)
    const kept = documents?.[row.id] ?? own
    if (kept && rowDigest(documentRows, row) !== kept) breaks('row_differs', row.id)
  })
  type FollowUp = FollowUpRow & { id: string; kept: string | null }
  await each<FollowUp>(FOLLOW_UPS, (row) => {
    if (row.kept === null) return breaks('row_without_act', row.id)
    if (rowDigest(followUpRows, row) !== row.kept) breaks('row_differs', row.id)
  })
  type Case = { id: string; subject: string; told: string | null; agrees: boolean }
  await each<Case>(CASES, ({ id, subject, told, agrees }) => {
    if (!agrees || (told ?? subject) !== subject) breaks('case_differs', id)
  })
  const lost = await inTown(municipalityId, (trx) => trx.rows<{ row: string }>(LOST, [municipalityId]))
  for (const { row } of lost) breaks('row_lost', row)
}
