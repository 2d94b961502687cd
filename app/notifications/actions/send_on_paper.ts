import { type AuditRow, SYSTEM } from '#audit/types'
import { uuidv7 } from '#core/ids'
import type { Json } from '#core/json'
import { type NotificationInput, notificationRows } from '#notifications/rows'
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
  const at = given.at.toISOString()
  const id = uuidv7(given.at.getTime())
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
      expires_at: null,
      address: given.address,
      evidence,
    },
  ])
  const subject = { kind: 'notifications', id }
  return { id, audit: [{ actor: SYSTEM, action: 'notifications.to_post', subject, detail: evidence }] }
}
