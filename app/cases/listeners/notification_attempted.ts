import { advanceCase } from '#cases/actions/advance_case'
import { liftSilence } from '#cases/actions/lift_silence'
import { recordEvent } from '#cases/actions/record_event'
import type { NotificationAttempted } from '#notifications/events'
import type { TownTransaction } from '#tenancy/town_transaction'

/**
 * A notification on paper was carried to its address, or never left: the case that waits for it goes on. A silence that
 * was recorded since nobody knew yet of an attempt in time is none (Law 39/2015, art. 40.4).
 */
export async function notificationAttempted(
  trx: TownTransaction,
  { notification, outcome, at, actor }: NotificationAttempted
): Promise<void> {
  const { id, caseId, documentId } = notification
  const data = { notification: id, document: documentId, outcome }
  const where = { caseFile: { id: caseId }, at, actor }
  // What is practised has its line already.
  if (outcome === 'returned' || outcome === 'taken_back')
    await recordEvent(trx, where, { kind: `notification_${outcome}`, public: outcome === 'returned', data })
  if (outcome !== 'taken_back') await liftSilence(trx, where)
  await advanceCase(
    trx,
    caseId,
    { type: 'message', name: 'notification_attempted', correlation: id, payload: data },
    { at, actor }
  )
}
