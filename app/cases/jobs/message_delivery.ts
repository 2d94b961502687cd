import { deliverMessage } from '#cases/actions/deliver_message'
import { keptFor } from '#cases/queries/messages'
import { finishJob } from '#core/jobs/finish'
import type { HeldJob, JobHandler } from '#core/jobs/types'
import { inTown } from '#tenancy/town_transaction'

/**
 * A message was sent, or (with a case) somebody has begun to wait for one: whichever was committed last finds the other.
 * Doing it twice is doing it once, since a message is given once.
 */
export const messageDelivery: JobHandler = {
  async run(job, moment) {
    for (let id = await next(job); id; id = job.caseId ? await next(job) : null)
      if ((await deliverMessage(job.municipalityId, id, moment)) === 'nobody') break
    await inTown(job.municipalityId, (trx) => finishJob(trx, job))
  },
}

const next = async ({ municipalityId, caseId, key }: HeldJob): Promise<string | null> =>
  caseId ? keptFor(municipalityId, caseId, key) : key
