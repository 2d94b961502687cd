import type { AuditRow } from '#audit/types'
import { SYSTEM } from '#audit/types'
import { uuidv7 } from '#core/ids'
import { enqueue, newJob } from '#core/jobs/enqueue'
import { type Calendar, deadline } from '#deadlines/index'
import { type NotificationInput, notificationRows } from '#notifications/rows'
import { insertRows } from '#tenancy/insert_rows'
import type { TownTransaction } from '#tenancy/town_transaction'

/** Law 39/2015, art. 43.2: ten natural days, wherever the last one falls. */
const TERM = { amount: 10, unit: 'natural_days' as const }

export interface MadeAvailable {
  id: string
  expiresAt: string
  /** The last day to open it. */
  lastDay: string
  audit: AuditRow[]
}

/**
 * Makes a document available in the folder of its addressee: the duty to notify within the term is met by
 * it (Law 39/2015, art. 43.3). It waits ten natural days to be opened. The caller writes the audit rows last.
 */
export async function makeAvailable(
  trx: TownTransaction,
  given: NotificationInput & { calendar: Calendar }
): Promise<MadeAvailable> {
  const at = given.at.toISOString()
  const id = uuidv7(given.at.getTime())
  const { expiresAt, lastDay } = deadline(TERM, at, given.calendar, { movesToWorkingDay: false })
  const evidence = { document: { id: given.document.id, sha256: given.document.sha256 }, available: { at } }
  await insertRows(trx, notificationRows, [
    {
      id,
      case_id: given.caseId,
      person_id: given.personId,
      document_id: given.document.id,
      entry_id: given.entryId,
      key: given.key,
      subject: given.subject,
      made_available_at: at,
      expires_at: expiresAt,
      address: null,
      evidence,
    },
  ])
  await enqueue(trx, [
    newJob('notification_expiry', given.at, {
      case_id: given.caseId,
      key: id,
      input: { notification: id },
      run_at: expiresAt,
    }),
  ])
  const subject = { kind: 'notifications', id }
  return {
    id,
    expiresAt,
    lastDay,
    audit: [{ actor: SYSTEM, action: 'notifications.made_available', subject, detail: evidence }],
  }
}
