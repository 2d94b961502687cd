import { firstOccurrence } from '#cases/domain/occurrences'
import { timedBeginning } from '#cases/jobs/begin_case_job'
import { offeredBySlug } from '#catalogue/queries/offered'
import { enqueue } from '#core/jobs/enqueue'
import { finishJob } from '#core/jobs/finish'
import type { JobHandler } from '#core/jobs/types'
import { calendarOf } from '#tenancy/queries/calendar'
import { inTown } from '#tenancy/town_transaction'

/**
 * A town offers a version of a procedure that begins by a date or term: its first beginning is put into the outbox, in
 * place of those of the version before. What was over by then does not begin.
 */
export const scheduleBeginningsJob: JobHandler = {
  async run(job) {
    const { municipalityId, name: slug } = job
    const procedure = await offeredBySlug(municipalityId, slug)
    const calendar = await calendarOf(municipalityId)
    await inTown(municipalityId, async (trx) => {
      await finishJob(trx, job)
      await trx.rows(
        `DELETE FROM jobs WHERE municipality_id = $1 AND kind = 'begin_case' AND name = $2 AND input ->> 'cause' = 'timer'`,
        [municipalityId, slug]
      )
      if (!procedure) return
      const { digest } = procedure
      await enqueue(
        trx,
        procedure.graph.starts.flatMap((begins) => {
          if (begins.by !== 'timer') return []
          const first = firstOccurrence(begins, job.runAt.toISOString(), calendar)
          const { element } = begins
          const begin = { cause: 'timer' as const, element, digest, variables: {} }
          return first ? [timedBeginning(slug, begin, first, job.runAt)] : []
        })
      )
    })
  },
}
