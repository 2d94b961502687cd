import { finishJob } from '#core/jobs/finish'
import type { HeldJob, JobHandler, Moment } from '#core/jobs/types'
import { endOrder } from '#payments/actions/end_order'
import { RecordAnswer } from '#payments/actions/record_answer'
import { graceEnd } from '#payments/domain/term'
import { lockBefore } from '#payments/events'
import { gatewayNamed } from '#payments/queries/gateways'
import { lockedOrder, openAttempts, orderById } from '#payments/queries/orders'
import { townById } from '#tenancy/queries/towns'
import { type TownTransaction, inTown } from '#tenancy/town_transaction'

/**
 * The term to pay is over. Whoever went to a gateway in time may have paid although no news has come: each such
 * gateway is asked, again each hour of a day of grace while there is one that has not answered; one that can't be reached is
 * asked again later. What ends then has ended with the term.
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
      const until = graceEnd(order)
      if (at < until && (await openAttempts(municipalityId, orderId)).length > 0)
        return holdBack(trx, job, { at, until })
      await finishJob(trx, job)
      await endOrder(trx, order, 'expired', { at, moved, countsFrom: job.runAt })
    })
  },
}

const ASKED_AGAIN_MS = 3_600_000

/** Its legal instant stays, and nothing else of the case waits for it. It was no attempt. */
async function holdBack(
  trx: TownTransaction,
  { id, attempt }: HeldJob,
  { at, until }: Moment & { until: Date }
): Promise<void> {
  const next = new Date(Math.min(at.getTime() + ASKED_AGAIN_MS, until.getTime()))
  await trx.rows(
    `UPDATE jobs SET locked_until = $4, attempts = attempts - 1, input = input || jsonb_build_object('heldUntil', $5::text)
     WHERE municipality_id = $1 AND id = $2 AND attempts = $3`,
    [trx.municipalityId, id, attempt, next.toISOString(), until.toISOString()]
  )
}
