import type { Actor } from '#audit/types'
import type { Moment } from '#core/jobs/types'
import { type Result, err, ok } from '#core/result'
import { addProof } from '#notifications/actions/add_proof'
import { puttingAsideFault, type PuttingAsideFault } from '#notifications/domain/delivery'
import { lockedNotification } from '#notifications/queries/notifications'
import { inTown } from '#tenancy/town_transaction'

type Given = Moment & { municipalityId: string; notificationId: string; actor: Actor }

/**
 * Puts a letter aside that its addressee opened in the folder before it was delivered: of several channels the first date
 * counts (Law 39/2015, art. 41.7), so that whoever posts need not. Done twice it is done once.
 */
export class PutAside {
  execute(given: Given): Promise<Result<{ caseId: string }, PuttingAsideFault | 'not_found'>> {
    return inTown(given.municipalityId, async (trx) => {
      const notification = await lockedNotification(trx, given.notificationId)
      if (!notification) return err('not_found' as const)
      const fault = puttingAsideFault(notification)
      if (fault) return err(fault)
      const { caseId, evidence } = notification
      if (evidence['put_aside']) return ok({ caseId })
      const { at, actor, moved } = given
      const proof = { at: at.toISOString(), officer: actor.id }
      await addProof(trx, notification, 'put_aside', { proof, actor, at, moved })
      return ok({ caseId })
    })
  }
}
