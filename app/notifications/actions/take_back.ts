import { appendAudit } from '#audit/actions/append_audit'
import type { Actor } from '#audit/types'
import type { Moment } from '#core/jobs/types'
import { type Result, err, ok } from '#core/result'
import { takingBackFault, type TakingBackFault } from '#notifications/domain/delivery'
import { announceAttempted } from '#notifications/events'
import { lockedNotification } from '#notifications/queries/notifications'
import { type TownTransaction, inTown } from '#tenancy/town_transaction'

type Given = Moment & { municipalityId: string; notificationId: string; reason: string; actor: Actor }

/**
 * Takes a notification on paper out of what is to be posted, with the reason: an act that must not be notified any
 * more, since the term ended meanwhile (Law 39/2015, art. 24.3). It was never made, and its addressee never sees it.
 */
export class TakeBack {
  execute(given: Given): Promise<Result<{ caseId: string }, TakingBackFault | 'not_found'>> {
    return inTown(given.municipalityId, async (trx) => {
      const notification = await lockedNotification(trx, given.notificationId)
      if (!notification) return err('not_found' as const)
      const fault = takingBackFault(notification, given.reason)
      if (fault) return err(fault)
      const { at, actor, reason, moved } = given
      const evidence = {
        ...notification.evidence,
        taken_back: { reason, at: at.toISOString(), officer: actor.id },
      }
      await this.#write(trx, notification.id, at, JSON.stringify(evidence))
      const back = { ...notification, state: 'taken_back' as const, actedAt: at, evidence }
      await announceAttempted(trx, { notification: back, outcome: 'taken_back', at, actor })
      const subject = { kind: 'notifications', id: notification.id }
      const row = { actor, action: 'notifications.taken_back', subject, detail: evidence }
      await appendAudit(trx, [row], moved ? at : undefined)
      return ok({ caseId: notification.caseId })
    })
  }

  #write = (trx: TownTransaction, id: string, at: Date, evidence: string) =>
    trx.rows(
      `UPDATE notifications SET state = 'taken_back', acted_at = $3, evidence = $4 WHERE municipality_id = $1 AND id = $2`,
      [trx.municipalityId, id, at.toISOString(), evidence]
    )
}
