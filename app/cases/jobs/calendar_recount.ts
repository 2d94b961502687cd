import { appendAudit } from '#audit/actions/append_audit'
import { type Actor, SYSTEM } from '#audit/types'
import { recountTerms } from '#cases/actions/recount_terms'
import { finishJob } from '#core/jobs/finish'
import type { JobHandler } from '#core/jobs/types'
import { calendarsAsTheyAre } from '#tenancy/queries/calendar'
import { inTown } from '#tenancy/town_transaction'

/**
 * Once no process can hold the calendar from before a change any more, whatever was counted by it is counted again, by
 * whoever changed it.
 */
export const calendarRecount: JobHandler = {
  run: (job, { at, moved }) =>
    inTown(job.municipalityId, async (trx) => {
      await finishJob(trx, job)
      const actor = (job.input.actor as Actor | undefined) ?? SYSTEM
      const calendars = await calendarsAsTheyAre(job.municipalityId)
      const { cases, audit } = await recountTerms(trx, calendars, at, { actor })
      if (cases === 0) return
      const subject = { kind: 'calendar_years', id: job.key }
      const row = { actor, action: 'cases.terms_recounted', subject, detail: { cases } }
      await appendAudit(trx, [...audit, row], moved ? at : undefined)
    }),
}
