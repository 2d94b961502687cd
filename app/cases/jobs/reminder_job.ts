import { recordEvent } from '#cases/actions/record_event'
import { localDate } from '#cases/domain/local_date'
import { inCharge } from '#cases/queries/in_charge'
import { type LockedCase, lockedCase } from '#cases/queries/locked_case'
import { remindersOfCase } from '#cases/queries/reminders_of_case'
import { writtenReminder } from '#cases/queries/written_reminder'
import type { PlannedReminder } from '#catalogue/index'
import { finishJob } from '#core/jobs/finish'
import type { JobHandler } from '#core/jobs/types'
import { queueNotice } from '#notifications/actions/queue_notice'
import { townById } from '#tenancy/queries/towns'
import { inTown } from '#tenancy/town_transaction'
import type { Town } from '#tenancy/types'

/**
 * A courtesy notice before a last day (Law 39/2015, art. 41.6): it leaves if that day is still awaited and has not
 * passed, to whoever has to act. It has no legal effect, so it holds nothing up.
 */
export const reminderJob: JobHandler = {
  run: (job, { at }) =>
    inTown(job.municipalityId, async (trx) => {
      const caseFile = await lockedCase(trx, job.caseId as string)
      await finishJob(trx, job)
      const town = await townById(job.municipalityId)
      if (!caseFile || !town) return
      const reminder = (await remindersOfCase(trx, caseFile)).find(({ key }) => key === job.key)
      if (!reminder || reminder.lastDay < localDate(at, town.timeZone)) return
      const recipients = await recipientsOf(town, caseFile, reminder)
      if (recipients.length === 0) return
      const content = await writtenReminder(town, caseFile, reminder)
      for (const recipient of recipients)
        await queueNotice(trx, content, { recipient, caseId: caseFile.id, key: job.key, at })
      const { of, key, before, lastDay } = reminder
      await recordEvent(
        trx,
        { caseFile, at },
        { kind: 'reminder_sent', public: of !== 'resolution', data: { of, key, before, lastDay } }
      )
    }),
}

/** The applicant, or the officers in charge: where the unit has none, the office itself. */
async function recipientsOf(town: Town, caseFile: LockedCase, { of }: PlannedReminder): Promise<string[]> {
  if (of !== 'resolution') return caseFile.applicant.email ? [caseFile.applicant.email] : []
  const officers = await inCharge(town.id, caseFile)
  return officers.length > 0 ? officers.map(({ email }) => email) : [town.settings.office.email]
}
