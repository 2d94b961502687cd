import { appendAudit } from '#audit/actions/append_audit'
import { enqueue, newJob } from '#core/jobs/enqueue'
import { finishJob } from '#core/jobs/finish'
import type { JobHandler } from '#core/jobs/types'
import { eraseDrafts } from '#filings/actions/erase_drafts'
import { warnOfDrafts } from '#filings/actions/warn_of_drafts'
import { townById, towns } from '#tenancy/queries/towns'
import { type TownTransaction, inTown } from '#tenancy/town_transaction'

const KIND = 'drafts_round'
const DAY_MS = 86_400_000

/** Each day a town's forgotten drafts are warned of and erased; the round asks for the next one. */
export const draftsRound: JobHandler = {
  run: (job, { at, moved }) =>
    inTown(job.municipalityId, async (trx) => {
      await finishJob(trx, job)
      const town = await townById(job.municipalityId)
      if (!town) return
      await warnOfDrafts(trx, town, at)
      const audit = await eraseDrafts(trx, at)
      await next(trx, new Date(Math.max(job.runAt.getTime(), at.getTime() - DAY_MS) + DAY_MS), at)
      await appendAudit(trx, audit, moved ? at : undefined)
    }),
}

/** Only one is asked for, whoever else did. */
async function next(trx: TownTransaction, runAt: Date, at: Date): Promise<void> {
  await trx.rows(`DELETE FROM jobs WHERE municipality_id = $1 AND kind = $2 AND state = 'ready'`, [
    ...[trx.municipalityId, KIND],
  ])
  await enqueue(trx, [newJob(KIND, at, { run_at: runAt.toISOString() })])
}

/** Every town has its round, the newest one, too. */
export async function ensureDraftsRounds(at: Date): Promise<void> {
  for (const { id } of await towns())
    await inTown(id, async (trx) => {
      const held = await trx.rows(
        `SELECT 1 FROM jobs WHERE municipality_id = $1 AND kind = $2 AND state = 'ready' LIMIT 1`,
        [id, KIND]
      )
      if (held.length === 0) await enqueue(trx, [newJob(KIND, at)])
    })
}
