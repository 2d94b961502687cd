import { finishJob } from '#core/jobs/finish'
import type { JobHandler } from '#core/jobs/types'
import { endOrder } from '#payments/actions/end_order'
import { lockBefore } from '#payments/events'
import { lockedOrder, orderById } from '#payments/queries/orders'
import { inTown } from '#tenancy/town_transaction'

/** A case went on without what it had asked for: nobody can pay it any more, and what comes all the same goes back. */
export const paymentWithdrawal: JobHandler = {
  run: (job, { at, moved }) =>
    inTown(job.municipalityId, async (trx) => {
      const seen = await orderById(trx, job.input['order'] as string)
      const wanted = seen && (await lockBefore(trx, seen))
      const order = seen && (await lockedOrder(trx, seen.id))
      await finishJob(trx, job)
      if (order?.state === 'open' && !wanted) await endOrder(trx, order, 'cancelled', { at, moved })
    }),
}
