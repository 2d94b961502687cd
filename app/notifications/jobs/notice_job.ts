import { failpoint } from '#core/failpoint'
import { finishJob } from '#core/jobs/finish'
import type { HeldJob, JobHandler, Moment } from '#core/jobs/types'
import { crestAt } from '#documents/queries/crest'
import { namesCrest } from '#notifications/domain/crest'
import type { MailTransport } from '#notifications/drivers/mail_transport'
import type { Notice } from '#notifications/types'
import { townById } from '#tenancy/queries/towns'
import { inTown } from '#tenancy/town_transaction'

const idOf = (job: HeldJob) => job.input['notice'] as string

const bytesOf = (image: string | undefined): Buffer | null =>
  image ? Buffer.from(image.slice(image.indexOf(',') + 1), 'base64') : null

const end = (job: HeldJob, state: 'sent' | 'kept' | 'failed', { at }: Moment) =>
  inTown(job.municipalityId, async (trx) => {
    await finishJob(trx, job)
    await trx.rows(`UPDATE notices SET state = $3, sent_at = $4 WHERE municipality_id = $1 AND id = $2`, [
      job.municipalityId,
      idOf(job),
      state,
      state === 'sent' ? at.toISOString() : null,
    ])
  })

/**
 * Sends a courtesy notice. It may leave twice if the house stops between sending and noting it: the message id
 * is the same. One that can't be sent holds nothing up, for it has no legal effect (Law 39/2015, art. 41.6).
 */
export const noticeJob = (transport: MailTransport): JobHandler => ({
  async run(job, moment) {
    const [notice] = await inTown(job.municipalityId, (trx) =>
      trx.rows<Notice>(
        `SELECT recipient, subject, text, html FROM notices WHERE municipality_id = $1 AND id = $2`,
        [job.municipalityId, idOf(job)]
      )
    )
    const town = await townById(job.municipalityId)
    if (notice && town) {
      const address = town.settings.office.email
      await transport.send({
        messageId: `${idOf(job)}@${address.split('@')[1] ?? 'localhost'}`,
        from: { name: town.name, address },
        to: notice.recipient,
        subject: notice.subject,
        text: notice.text,
        html: notice.html,
        crest: namesCrest(notice.html) ? bytesOf(crestAt(town.settings.print)) : null,
      })
    }
    await failpoint('notice.sent')
    await end(job, transport.outcome, moment)
  },
  giveUp: (job, _reason, moment) => end(job, 'failed', moment),
})
