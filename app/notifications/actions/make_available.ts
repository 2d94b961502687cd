import type { AuditRow } from '#audit/types'
import { SYSTEM } from '#audit/types'
import { enqueue, newJob } from '#core/jobs/enqueue'
import type { Calendar } from '#deadlines/index'
import { openedUntil } from '#notifications/domain/term_to_open'
import { type NotificationInput, notificationRow, notificationRows } from '#notifications/rows'
import { insertRows } from '#tenancy/insert_rows'
import type { TownTransaction } from '#tenancy/town_transaction'

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
  const { expiresAt, lastDay } = openedUntil(given.at, given.calendar.timeZone)
  const row = notificationRow(given, { expiresAt, address: null })
  const { id, evidence } = row
  await insertRows(trx, notificationRows, [row])
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
