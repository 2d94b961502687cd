import { SYSTEM } from '#audit/types'
import { advanceCase, type CaseEvent } from '#cases/actions/advance_case'
import { frozenProcedure } from '#catalogue/queries/frozen_procedure'
import { type LockedCase, lockedCase } from '#cases/queries/locked_case'
import { finishJob } from '#core/jobs/finish'
import type { HeldJob, JobHandler } from '#core/jobs/types'
import type { Json } from '#core/json'
import type { Node } from '#engine/index'
import { inTown } from '#tenancy/town_transaction'

/**
 * What a case had called is over: it goes on with what came of it. An outcome that an error event on the border of the
 * call names by its code is an error for it.
 */
export const callEndedJob: JobHandler = {
  run: (job) =>
    inTown(job.municipalityId, async (trx) => {
      const parent = await lockedCase(trx, job.caseId as string)
      await finishJob(trx, job)
      if (!parent) return
      await advanceCase(trx, parent.id, await endOf(job, parent), { at: job.runAt, actor: SYSTEM })
    }),
}

async function endOf({ key, name: outcome, input }: HeldJob, parent: LockedCase): Promise<CaseEvent> {
  const { graph } = await frozenProcedure(parent.digest)
  const borders = graph.nodes[parent.workflow.tokens[key]?.element ?? '']?.boundaries ?? []
  const catches = ({ kind, data }: Node) =>
    kind === 'error_boundary' && (data as { code: string | null }).code === outcome
  return borders.some((id) => catches(graph.nodes[id]!))
    ? { type: 'error', key, code: outcome }
    : { type: 'done', key, result: input['result'] as Json }
}
