import { type AuditRow, SYSTEM } from '#audit/types'
import type { Json } from '#core/json'
import { type NotificationInput, notificationRow, notificationRows } from '#notifications/rows'
import { insertRows } from '#tenancy/insert_rows'
import type { TownTransaction } from '#tenancy/town_transaction'

/**
 * Gives the office a notification to print and post. It can be read in the folder, too (Law 39/2015, art.
 * 42.1), but there is no term for that: nothing follows from not opening it. The caller writes the audit rows last.
 */
export async function sendOnPaper(
  trx: TownTransaction,
  given: NotificationInput & { address: Json }
): Promise<{ id: string; audit: AuditRow[] }> {
  const row = notificationRow(given, { expiresAt: null, address: given.address })
  const { id, evidence } = row
  await insertRows(trx, notificationRows, [row])
  const subject = { kind: 'notifications', id }
  return { id, audit: [{ actor: SYSTEM, action: 'notifications.to_post', subject, detail: evidence }] }
}
