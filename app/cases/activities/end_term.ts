import { recordEvent } from '#cases/actions/record_event'
import type { Activity } from '#cases/activities/activity'
import { localDate } from '#cases/domain/local_date'

/**
 * `cases.end_term`: what had to be resolved has been, and notified; the term to do so (Law 39/2015, art. 21) does not
 * run any more, though the case goes on: it waits for a payment, or for works to be done.
 */
export const endTerm: Activity = {
  async commit(trx, context) {
    const { caseFile, town, since } = context
    const metOn = localDate(since, town.timeZone)
    await trx.rows(
      `UPDATE case_files SET due_on = NULL, updated_at = $3 WHERE municipality_id = $1 AND id = $2`,
      [town.id, caseFile.id, since.toISOString()]
    )
    await recordEvent(trx, { ...context, at: since }, { kind: 'term_met', public: true, data: { on: metOn } })
    return {
      result: { metOn },
      countsFrom: since,
      audit: [
        {
          actor: { kind: 'system', id: 'system' },
          action: 'cases.term_met',
          subject: { kind: 'case_files', id: caseFile.id },
          detail: { metOn, dueOn: caseFile.dueOn },
        },
      ],
    }
  },
}
