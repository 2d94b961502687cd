import { carryOut } from '#cases/actions/carry_out'
import { enqueue, newJob } from '#core/jobs/enqueue'
import { finishJob } from '#core/jobs/finish'
import type { JobHandler } from '#core/jobs/types'
import { inTown } from '#tenancy/town_transaction'

/** So many cases a job: well within what a worker may hold one for. */
const BATCH = 50
const PATIENCE_MS = 2_000
/** How often a case that somebody has is come back to before it is left where it is. */
const TRIES = 30

/** A batch of a run, and the job of the next one. */
export const migrationJob: JobHandler = {
  async run(job, moment) {
    const tries = Number(job.input['tries'] ?? 0)
    const { municipalityId, key: runId } = job
    const progress = await carryOut(municipalityId, runId, {
      ...moment,
      most: BATCH,
      lastCall: tries >= TRIES,
    })
    await inTown(municipalityId, async (trx) => {
      await finishJob(trx, job)
      if (progress.state !== 'running') return
      const waits = progress.tried === 0
      const at = new Date(moment.at.getTime() + (waits ? PATIENCE_MS : 0))
      const input = { tries: waits ? tries + 1 : 0 }
      await enqueue(trx, [
        newJob('case_migration', moment.at, {
          ...{ key: runId, name: job.name, input },
          run_at: at.toISOString(),
        }),
      ])
    })
  },
}
