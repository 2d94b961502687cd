import { SYSTEM } from '#audit/types'
import { advanceCase, type CaseEvent } from '#cases/actions/advance_case'
import { frozenProcedure } from '#catalogue/queries/frozen_procedure'
import { type LockedCase, lockedCase } from '#cases/queries/locked_case'
import { finishJob } from '#core/jobs/finish'
import type { HeldJob, JobHandler } from '#core/jobs/types'
import type { Json } from '#core/json'
import type { Node } from '#engine/index'
import { type TownTransaction, inTown } from '#tenancy/town_transaction'

/**
 * What a case had called is over: it goes on with what came of it. Where the other ended by an error, it is one for this
 * case; so is an outcome that an error event on the border of the call names by its code.
 */
export const callEndedJob: JobHandler = {
  run: (job) =>
    inTown(job.municipalityId, async (trx) => {
      const parent = await lockedCase(trx, job.caseId as string)
      await finishJob(trx, job)
      if (!parent) return
      await hearBefore(trx, job)
      await advanceCase(trx, parent.id, await endOf(job, parent), { at: job.runAt, actor: SYSTEM })
    }),
}

/** What it let this case know before is heard before its end, whichever worker came first. */
async function hearBefore(trx: TownTransaction, { caseId, key, runAt }: HeldJob): Promise<void> {
  const told = await trx.rows<{ id: string; name: string }>(
    `DELETE FROM jobs WHERE municipality_id = $1 AND case_id = $2 AND key = $3 AND kind = 'call_escalated' RETURNING id, name`,
    [trx.municipalityId, caseId, key],
    'escalated_before'
  )
  for (const { name: code } of told.sort((a, b) => (a.id < b.id ? -1 : 1)))
    await advanceCase(
      trx,
      caseId as string,
      { type: 'escalation', key: key as string, code },
      { at: runAt, actor: SYSTEM }
    )
}

async function endOf({ key, name: outcome, input }: HeldJob, parent: LockedCase): Promise<CaseEvent> {
  const { error, result } = input as { error?: string; result: Json }
  if (error !== undefined) return { type: 'error', key, code: error }
  const { graph } = await frozenProcedure(parent.digest)
  const borders = graph.nodes[parent.workflow.tokens[key]?.element ?? '']?.boundaries ?? []
  const catches = ({ kind, data }: Node) =>
    kind === 'error_boundary' && (data as { code: string | null }).code === outcome
  return borders.some((id) => catches(graph.nodes[id]!))
    ? { type: 'error', key, code: outcome }
    : { type: 'done', key, result }
}
