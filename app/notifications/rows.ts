import { uuidv7 } from '#core/ids'
import type { Json } from '#core/json'

/** The columns of a notification as it is first written. */
export const notificationRows = {
  table: 'notifications',
  columns: {
    id: 'uuid',
    case_id: 'uuid',
    person_id: 'uuid',
    document_id: 'uuid',
    entry_id: 'uuid',
    key: 'text',
    subject: 'text',
    made_available_at: 'timestamptz',
    expires_at: 'timestamptz',
    address: 'jsonb',
    evidence: 'jsonb',
  },
}

/** What is notified to whom. `key` makes it once. */
export interface NotificationInput {
  caseId: string
  personId: string
  document: { id: string; sha256: string }
  entryId: string | null
  key: string
  subject: string
  at: Date
}

/** The row of a notification: with a term to be opened, or with an address to be posted to. */
export function notificationRow(
  given: NotificationInput,
  way: { expiresAt: string; address: null } | { expiresAt: null; address: Json }
) {
  const at = given.at.toISOString()
  const { document } = given
  return {
    id: uuidv7(given.at.getTime()),
    case_id: given.caseId,
    person_id: given.personId,
    document_id: document.id,
    entry_id: given.entryId,
    key: given.key,
    subject: given.subject,
    made_available_at: at,
    expires_at: way.expiresAt,
    address: way.address,
    evidence: { document: { id: document.id, sha256: document.sha256 }, available: { at } },
  }
}
