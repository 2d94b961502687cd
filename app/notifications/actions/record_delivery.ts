import type { Actor } from '#audit/types'
import type { Moment } from '#core/jobs/types'
import { type Result, err, ok } from '#core/result'
import { addProof } from '#notifications/actions/add_proof'
import { announceAttempted } from '#notifications/events'
import { practise } from '#notifications/actions/practise'
import { deliveredAt, deliveryFault, type DeliveryFault } from '#notifications/domain/delivery'
import { deliveryEvidence } from '#notifications/domain/evidence'
import { lockedNotification } from '#notifications/queries/notifications'
import type { Delivery } from '#notifications/types'
import { calendarOf } from '#tenancy/queries/calendar'
import { inTown } from '#tenancy/town_transaction'

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
        await addProof(trx, notification, 'returned', { proof, actor, at, moved })
      } else {
        const countsFrom = deliveredAt(notification, { on, hour, at }, calendar.timeZone)
        await practise(trx, notification, result, { at, moved, actor, proof, countsFrom })
      }
      return ok({ caseId: notification.caseId })
    })
  }
}
