import { SYSTEM } from '#audit/types'
import { finishJob } from '#core/jobs/finish'
import type { JobHandler } from '#core/jobs/types'
import { practise } from '#notifications/actions/practise'
import { lockedNotification } from '#notifications/queries/notifications'
import { inTown } from '#tenancy/town_transaction'

/**
 * Ten natural days have passed without access: it counts as rejected since then, however late the worker comes
 * (Law 39/2015, art. 43.2).
 */
export const notificationExpiry: JobHandler = {
  run: (job, { at, moved }) =>
    inTown(job.municipalityId, async (trx) => {
      const notification = await lockedNotification(trx, job.input['notification'] as string)
      await finishJob(trx, job)
      if (notification?.state !== 'available') return
      const countsFrom = notification.expiresAt ?? job.runAt
      const proof = { at: countsFrom.toISOString() }
      await practise(trx, notification, 'expired', { at, moved, actor: SYSTEM, proof, countsFrom })
    }),
}
