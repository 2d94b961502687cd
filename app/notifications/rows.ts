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
