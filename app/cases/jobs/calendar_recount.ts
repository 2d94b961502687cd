import { appendAudit } from '#audit/actions/append_audit'
import { SYSTEM } from '#audit/types'
import { recountTerms } from '#cases/actions/recount_terms'
import { finishJob } from '#core/jobs/finish'
import type { JobHandler } from '#core/jobs/types'
import { calendarsAsTheyAre } from '#tenancy/queries/calendar'
import { inTown } from '#tenancy/town_transaction'

/** Once no process can hold the calendar from before a change any more, whatever was counted by it is counted again. */
export const calendarRecount: JobHandler = {
  run: (job, { at, moved }) =>
    inTown(job.municipalityId, async (trx) => {
      await finishJob(trx, job)
      const { cases, audit } = await recountTerms(trx, await calendarsAsTheyAre(job.municipalityId), at)
      if (cases === 0) return
      const subject = { kind: 'calendar_years', id: job.key }
      const row = { actor: SYSTEM, action: 'cases.terms_recounted', subject, detail: { cases } }
      await appendAudit(trx, [...audit, row], moved ? at : undefined)
    }),
}
