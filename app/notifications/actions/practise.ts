import { appendAudit } from '#audit/actions/append_audit'
import type { Actor } from '#audit/types'
import type { Json } from '#core/json'
import type { Moment } from '#core/jobs/types'
import { announceAttempted, announcePractised, type NotificationPractised } from '#notifications/events'
import type { Notification } from '#notifications/types'
import type { TownTransaction } from '#tenancy/town_transaction'

/** What ends the wait, and when it is written down; `countsFrom` where by law it happened before that. */
type Act = Moment & { actor: Actor; proof: Json; countsFrom?: Date }

/**
 * Ends the wait of a notification that is locked and still available: its state and evidence, the ears of
 * whoever waits for it, and the audit trail, which comes last and keeps the time of the writing.
 */
export async function practise(
  trx: TownTransaction,
  notification: Notification,
  outcome: NotificationPractised['outcome'],
  act: Act
): Promise<Notification> {
  const evidence = { ...notification.evidence, [outcome]: act.proof }
  const { actor, moved, countsFrom = act.at } = act
  const practised: Notification = { ...notification, state: outcome, actedAt: countsFrom, evidence }
  await trx.rows(
    `UPDATE notifications SET state = $3, acted_at = $4, evidence = $5 WHERE municipality_id = $1 AND id = $2`,
    [trx.municipalityId, notification.id, outcome, countsFrom.toISOString(), JSON.stringify(evidence)]
  )
  await trx.rows(
    `DELETE FROM jobs WHERE municipality_id = $1 AND case_id = $2 AND kind = 'notification_expiry' AND key = $3`,
    [trx.municipalityId, notification.caseId, notification.id]
  )
  await announcePractised(trx, { notification: practised, outcome, actor, at: countsFrom, moved })
  if (notification.address !== null)
    await announceAttempted(trx, { notification: practised, outcome, actor, at: countsFrom })
  await appendAudit(
    trx,
    [
      {
        actor,
        action: `notifications.${outcome}`,
        subject: { kind: 'notifications', id: notification.id },
        detail: evidence,
      },
    ],
    moved ? act.at : undefined
  )
  return practised
}
