import { SYSTEM } from '#audit/types'
import { finishJob } from '#core/jobs/finish'
import type { JobHandler } from '#core/jobs/types'
import { endRequest } from '#signatures/actions/end_request'
import { lockBefore } from '#signatures/events'
import { circuitById, lockedCircuit } from '#signatures/queries/circuits'
import { inTown } from '#tenancy/town_transaction'

/** A case went on without what was to be signed: it leaves the trays, and nobody can sign it any more. */
export const signatureWithdrawal: JobHandler = {
  async run(job, { at, moved }) {
    const { municipalityId } = job
    const requestId = job.input['request'] as string
    const seen = await circuitById(municipalityId, requestId)
    await inTown(municipalityId, async (trx) => {
      const wanted = seen && (await lockBefore(trx, seen.request))
      const circuit = await lockedCircuit(trx, requestId)
      await finishJob(trx, job)
      if (circuit?.request.state === 'open' && !wanted)
        await endRequest(trx, circuit.request, 'withdrawn', { at, moved, actor: SYSTEM })
    })
  },
}
