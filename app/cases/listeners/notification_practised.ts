import { advanceCase } from '#cases/actions/advance_case'
import { letTermsPass } from '#cases/actions/let_terms_pass'
import { recordEvent } from '#cases/actions/record_event'
import { scheduleReminders } from '#cases/actions/schedule_reminders'
import { lockedCase } from '#cases/queries/locked_case'
import type { NotificationPractised } from '#notifications/events'
import type { TownTransaction } from '#tenancy/town_transaction'

/**
 * A notification counts as made, whether it was opened, refused or left to expire (Law 39/2015, art. 43): the
 * case that waits for it goes on. The correlation is the notification's id.
 */
export async function notificationPractised(
  trx: TownTransaction,
  event: NotificationPractised
): Promise<void> {
  const { notification, outcome, at, actor } = event
  const data = { notification: notification.id, document: notification.documentId, outcome }
  const caseFile = await lockedCase(trx, notification.caseId)
  if (caseFile) await letTermsPass(trx, notification.caseId, at)
  await recordEvent(
    trx,
    { caseFile: { id: notification.caseId }, at, actor },
    { kind: `notification_${outcome}`, public: true, data }
  )
  const moved = await advanceCase(
    trx,
    notification.caseId,
    { type: 'message', name: 'notification_practised', correlation: notification.id, payload: data },
    { at, actor }
  )
  if (caseFile && !moved) await scheduleReminders(trx, caseFile, { at })
}
