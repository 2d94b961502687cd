import { recordEvent } from '#cases/actions/record_event'
import type { Activity } from '#cases/activities/activity'
import { localDate } from '#cases/domain/local_date'
import { lastDateBefore } from '#deadlines/index'

/**
 * `cases.record_silence`: the term to resolve and notify is over (Law 39/2015, art. 24): `termEndedOn` was its last
 * day, and the silence has its effects `since` the next (art. 24.4). The effect is the one of the sheet; where
 * it depends on the matter, whoever certifies it decides.
 */
export const recordSilence: Activity = {
  async commit(trx, context) {
    const { caseFile, procedure, town, at, since: expiredAt } = context
    const { effect } = procedure.sheet.silence
    const since = localDate(expiredAt, town.timeZone)
    const termEndedOn = lastDateBefore(expiredAt.toISOString(), town.timeZone)
    await trx.rows(
      `UPDATE case_files SET silence_on = coalesce(silence_on, $3), updated_at = $4 WHERE municipality_id = $1 AND id = $2`,
      [town.id, caseFile.id, since, at.toISOString()]
    )
    await recordEvent(
      trx,
      { ...context, at: expiredAt },
      { kind: 'silence', public: true, data: { effect, termEndedOn } }
    )
    return {
      result: { effect, termEndedOn, since },
      countsFrom: expiredAt,
      audit: [
        {
          actor: { kind: 'system', id: 'system' },
          action: 'cases.silence_recorded',
          subject: { kind: 'case_files', id: caseFile.id },
          detail: { effect, termEndedOn, since },
        },
      ],
    }
  },
}
