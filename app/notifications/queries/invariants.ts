import { canonical } from '#core/canonical_json'
import { utcMicrosecondsSql } from '#core/hash_chain'
import type { Check } from '#core/invariants'
import {
  type NotificationAct,
  faultsOfNotification,
  type KeptNotification,
} from '#notifications/domain/notification_faults'
import { calendarOf } from '#tenancy/queries/calendar'
import { inPages } from '#tenancy/queries/in_pages'

const PAGE = 200

const NOTIFICATIONS = `
SELECT n.id, n.state, n.evidence, ${utcMicrosecondsSql('n.made_available_at')} AS "madeAvailableAt",
  ${utcMicrosecondsSql('n.expires_at')} AS "expiresAt", ${utcMicrosecondsSql('n.acted_at')} AS "actedAt", n.address,
  n.document_id AS "documentId",
  ARRAY(SELECT jsonb_build_object('action', a.action, 'detail', a.detail) FROM audit_entries a
    WHERE a.municipality_id = $1 AND a.subject_id = n.id::text AND a.subject_kind = 'notifications'
      AND a.action IN ('notifications.made_available', 'notifications.to_post', 'notifications.accepted', 'notifications.rejected',
        'notifications.expired', 'notifications.delivered', 'notifications.refused', 'notifications.published', 'notifications.returned', 'notifications.taken_back', 'notifications.put_aside')
    ORDER BY a.sequence) AS acts,
  ARRAY(SELECT ${utcMicrosecondsSql('j.run_at')} FROM jobs j WHERE j.municipality_id = $1 AND j.case_id = n.case_id
    AND j.kind = 'notification_expiry' AND j.key = n.id::text AND j.input ->> 'notification' = n.id::text) AS expiries,
  c.applicant -> 'postalAddress' AS "postalAddress",
  coalesce(c.person_id = n.person_id, false) AND coalesce(d.case_id = n.case_id AND d.name = n.subject, false)
    AND coalesce(d.sha256, b.sha256) IS NOT DISTINCT FROM n.evidence -> 'document' ->> 'sha256'
    AND (n.entry_id IS NULL OR e.document_id IS NOT DISTINCT FROM n.document_id AND e.book = 'outgoing') AS agrees
FROM notifications n
LEFT JOIN case_files c ON c.municipality_id = $1 AND c.id = n.case_id
LEFT JOIN documents d ON d.municipality_id = $1 AND d.id = n.document_id
LEFT JOIN document_contents b ON b.municipality_id = $1 AND b.document_id = n.document_id
LEFT JOIN register_entries e ON e.municipality_id = $1 AND e.id = n.entry_id
WHERE n.municipality_id = $1 AND n.id > $2 ORDER BY n.id`

type Row = KeptNotification & { id: string; acts: NotificationAct[]; agrees: boolean; postalAddress: unknown }

/** Each notification is what its acts say, was made when they say, and expires when the law says (Law 39/2015, art. 43). */
export const checkNotifications: Check = async (municipalityId, report) => {
  const { timeZone } = await calendarOf(municipalityId)
  for await (const page of inPages<Row>(municipalityId, NOTIFICATIONS, PAGE)) {
    report.saw('I19', page.length)
    report.saw('I20', page.length)
    for (const row of page) {
      const addressed = row.address === null || canonical(row.address) === canonical(row.postalAddress)
      if (!row.agrees || !addressed) report.breaks('I19', 'notification_differs', row.id)
      for (const [rule, fault] of faultsOfNotification(row, row.acts, timeZone))
        report.breaks(rule, fault, row.id)
    }
  }
}
