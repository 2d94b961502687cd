import { finishJob } from '#core/jobs/finish'
import type { JobHandler } from '#core/jobs/types'
import { tellAnswer } from '#payments/actions/play_demo'
import type { StagedGateway } from '#payments/contract'
import { townById } from '#tenancy/queries/towns'
import { inTown } from '#tenancy/town_transaction'

/** An answer of the demonstration gateway that comes late, or again. */
export const demoAnswer = (gateway: StagedGateway): JobHandler => ({
  async run(job, { at }) {
    const town = (await townById(job.municipalityId))!
    await tellAnswer(gateway, town, job.input['fields'] as Record<string, string>, at)
    await inTown(job.municipalityId, (trx) => finishJob(trx, job))
  },
})
