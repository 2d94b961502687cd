import { appendAudit } from '#audit/actions/append_audit'
import type { Actor } from '#audit/types'
import type { Json } from '#core/json'
import type { Moment } from '#core/jobs/types'
import { type Result, err, ok } from '#core/result'
import { announceAttempted } from '#notifications/events'
import { practise } from '#notifications/actions/practise'
import { deliveredAt, deliveryFault, type DeliveryFault } from '#notifications/domain/delivery'
import { deliveryEvidence } from '#notifications/domain/evidence'
import { lockedNotification } from '#notifications/queries/notifications'
import type { Delivery } from '#notifications/types'
import { calendarOf } from '#tenancy/queries/calendar'
import { type TownTransaction, inTown } from '#tenancy/town_transaction'

type Given = Moment & Delivery & { municipalityId: string; notificationId: string; actor: Actor }

/**
 * The office writes down what became of a notification on paper. Delivered, refused (Law 39/2015, art. 41.5) or
 * published after it came back (art. 44), it counts as made; one that came back waits to be published.
 */
export class RecordDelivery {
  async execute(given: Given): Promise<Result<{ caseId: string }, DeliveryFault | 'not_found'>> {
    const calendar = await calendarOf(given.municipalityId)
    return inTown(given.municipalityId, async (trx) => {
      const notification = await lockedNotification(trx, given.notificationId)
      if (!notification) return err('not_found' as const)
      const fault = deliveryFault(notification, given, calendar)
      if (fault) return err(fault)
      const { result, on, hour, at, moved, actor } = given
      const proof = deliveryEvidence(given)
      if (result === 'returned' || result === 'unknown') {
        const first = { ...(given.first ?? { on, hour }), at }
        const attemptedAt = deliveredAt(notification, first, calendar.timeZone)
        await announceAttempted(trx, { notification, outcome: 'returned', at: attemptedAt, actor })
        await this.#cameBack(trx, given, proof)
      } else {
        const countsFrom = deliveredAt(notification, { on, hour, at }, calendar.timeZone)
        await practise(trx, notification, result, { at, moved, actor, proof, countsFrom })
      }
      return ok({ caseId: notification.caseId })
    })
  }

  async #cameBack(trx: TownTransaction, given: Given, proof: Record<string, Json>) {
    const { notificationId: id, actor, at, moved } = given
    await trx.rows(
      `UPDATE notifications SET evidence = evidence || jsonb_build_object('returned', $3::jsonb) WHERE municipality_id = $1 AND id = $2`,
      [trx.municipalityId, id, JSON.stringify(proof)]
    )
    const subject = { kind: 'notifications', id }
    const row = { actor, action: 'notifications.returned', subject, detail: proof }
    await appendAudit(trx, [row], moved ? at : undefined)
  }
}
