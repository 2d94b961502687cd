import { eventRows } from '#cases/rows'
import type { Check } from '#core/invariants'
import { rowDigest, writtenSql, type WrittenRow } from '#tenancy/row_digest'
import { inPages } from '#tenancy/queries/in_pages'
import { rowsOfTown } from '#tenancy/town_transaction'

const PAGE = 500

const ACT = `a.municipality_id = $1 AND a.action = 'documents.delivered' AND a.subject_kind = 'documents'`

/** Each delivery with the digest that its act has of it; '' where the act is from before acts had one. */
const DELIVERIES = `
SELECT ${writtenSql(eventRows, 'v')}, (
  SELECT coalesce(a.detail ->> 'row', '') FROM audit_entries a
  WHERE ${ACT} AND a.subject_id = v.data ->> 'document' AND a.detail ->> 'case' = v.case_id::text
    AND coalesce(a.detail ->> 'event', v.id::text) = v.id::text LIMIT 1) AS told
FROM case_events v WHERE v.municipality_id = $1 AND v.kind = 'document_delivered' AND v.id > $2 ORDER BY v.id`

const LOST = `
SELECT coalesce(a.detail ->> 'event', a.subject_id) AS id FROM audit_entries a
WHERE ${ACT} AND NOT EXISTS (
  SELECT FROM case_events v WHERE v.municipality_id = $1 AND v.kind = 'document_delivered'
    AND v.data ->> 'document' = a.subject_id AND v.case_id::text = a.detail ->> 'case'
    AND v.id::text = coalesce(a.detail ->> 'event', v.id::text))`

type Delivery = WrittenRow & { told: string | null }

/** What somebody can read without a notification was delivered to them, and stays as its act has it. */
export const checkDeliveries: Check = async (municipalityId, report) => {
  for await (const page of inPages<Delivery>(municipalityId, DELIVERIES, PAGE)) {
    report.saw('I19', page.length)
    for (const { told, ...row } of page) {
      if (told === null) report.breaks('I19', 'row_without_act', row.id)
      else if (told !== '' && told !== rowDigest(eventRows, row)) report.breaks('I19', 'row_differs', row.id)
    }
  }
  for (const { id } of await rowsOfTown<{ id: string }>(
    municipalityId,
    LOST,
    [municipalityId],
    'deliveries_lost'
  ))
    report.breaks('I19', 'row_lost', id)
}
