import type { AuditRow } from '#audit/types'
import { SYSTEM } from '#audit/types'
import { enqueue, newJob } from '#core/jobs/enqueue'
import { type Calendar, deadline } from '#deadlines/index'
import { type NotificationInput, notificationRow, notificationRows } from '#notifications/rows'
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
  const { expiresAt, lastDay } = deadline(TERM, at, given.calendar, { movesToWorkingDay: false })
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
