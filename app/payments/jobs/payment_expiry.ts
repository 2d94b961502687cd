import { finishJob } from '#core/jobs/finish'
import type { JobHandler } from '#core/jobs/types'
import { endOrder } from '#payments/actions/end_order'
import { RecordAnswer } from '#payments/actions/record_answer'
import { lockBefore } from '#payments/events'
import { gatewayNamed } from '#payments/queries/gateways'
import { lockedOrder, openAttempts, orderById } from '#payments/queries/orders'
import { townById } from '#tenancy/queries/towns'
import { inTown } from '#tenancy/town_transaction'

/**
 * The term to pay is over. Whoever went to a gateway in time may have paid although no news has come: each such
 * gateway is asked first, and one that can't be reached is asked again later.
 */
export const paymentExpiry: JobHandler = {
  async run(job, { at, moved }) {
    const { municipalityId } = job
    const orderId = job.input['order'] as string
    const town = (await townById(municipalityId))!
    for (const attempt of await openAttempts(municipalityId, orderId)) {
      const answer = await gatewayNamed(attempt.gateway)?.inquire(town, attempt)
      if (answer)
        await new RecordAnswer().execute({ municipalityId, gateway: attempt.gateway, answer, at, moved })
    }
    await inTown(municipalityId, async (trx) => {
      const seen = await orderById(trx, orderId)
      if (seen) await lockBefore(trx, seen)
      const order = await lockedOrder(trx, orderId)
      // Paid in the meantime: the job is gone with the order's wait.
      if (order?.state !== 'open') return
      await finishJob(trx, job)
      await endOrder(trx, order, 'expired', { at, moved, countsFrom: job.runAt })
    })
  },
}
