import type { Moment } from '#core/jobs/types'
import { type Result, err, ok } from '#core/result'
import { practise } from '#notifications/actions/practise'
import { accessEvidence } from '#notifications/domain/evidence'
import { lockedNotification } from '#notifications/queries/notifications'
import type { Addressee, Notification } from '#notifications/types'
import { inTown } from '#tenancy/town_transaction'

export type Refusal = 'not_found' | 'already_practised' | 'on_paper'

/**
 * The addressee opens a notification or refuses it (Law 39/2015, arts. 41.5 and 43). The same answer twice is
 * one answer. What is theirs no longer, or never was, is not found; what was ended otherwise stays as it is.
 */
export const answerNotification = (
  answer: 'accepted' | 'rejected',
  given: Moment & { municipalityId: string; notificationId: string; addressee: Addressee }
): Promise<Result<Notification, Refusal>> =>
  inTown(given.municipalityId, async (trx) => {
    const { addressee, at, moved } = given
    const notification = await lockedNotification(trx, given.notificationId)
    if (!notification || notification.personId !== addressee.personId) return err('not_found' as const)
    if (notification.state === answer) return ok(notification)
    if (notification.state !== 'available') return err('already_practised' as const)
    // What was posted is refused at the door, and not here.
    if (notification.address !== null && answer === 'rejected') return err('on_paper' as const)
    // The worker may be late; the term is not: from its end on, it is rejected by law (art. 43.2).
    if (notification.expiresAt && at >= notification.expiresAt) return err('already_practised' as const)
    const actor = { kind: 'person' as const, id: addressee.personId }
    return ok(
      await practise(trx, notification, answer, { at, moved, actor, proof: accessEvidence(at, addressee) })
    )
  })
