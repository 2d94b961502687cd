import { scheduleReminders } from '#cases/actions/schedule_reminders'
import { lockedCase } from '#cases/queries/locked_case'
import { finishJob } from '#core/jobs/finish'
import type { JobHandler } from '#core/jobs/types'
import { documentsOfFiling } from '#documents/queries/documents'
import { storedContent } from '#documents/queries/content_of'
import { makeFilingDocument } from '#filings/actions/make_filing_document'
import { filedById } from '#filings/queries/filed'
import { inTown } from '#tenancy/town_transaction'

/**
 * What follows a filing and nobody waits for: its receipt and authenticated copy are stored once, and its
 * case can be found by its number, its people and its words.
 */
export const afterSubmission: JobHandler = {
  async run(job, moment) {
    const { municipalityId } = job
    const filingId = String(job.input.filingId)
    for (const document of await documentsOfFiling(municipalityId, filingId))
      if (document.origin === 'administration' && !(await storedContent(municipalityId, document.id)))
        await makeFilingDocument(municipalityId, document)
    const filed = await filedById(municipalityId, filingId)
    await inTown(municipalityId, async (trx) => {
      const caseFile = filed && (await lockedCase(trx, filed.caseId))
      await finishJob(trx, job)
      if (caseFile) await scheduleReminders(trx, caseFile, { at: moment.at })
      if (!filed || filed.kind !== 'submission') return
      const { applicant, subject, answers } = filed
      const words = [
        applicant.identifier,
        applicant.name,
        applicant.representative?.identifier,
        applicant.representative?.name,
        subject,
        ...Object.values(answers).filter((answer) => typeof answer === 'string'),
      ]
      const text = words.filter(Boolean).join(' ').slice(0, 20_000)
      await trx.rows(`SELECT index_case($1, $2)`, [filed.caseId, text])
    })
  },
}
