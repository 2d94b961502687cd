import { appendAudit } from '#audit/actions/append_audit'
import { SYSTEM } from '#audit/types'
import { endMessage } from '#cases/actions/deliver_message'
import { recordEvent } from '#cases/actions/record_event'
import { lockedCase } from '#cases/queries/locked_case'
import { lockedMessage, waitingMessage } from '#cases/queries/messages'
import { finishJob } from '#core/jobs/finish'
import type { JobHandler } from '#core/jobs/types'
import { inTown } from '#tenancy/town_transaction'

/** Nobody came for a message in its time: it is forgotten, and its sender's history and the audit trail say so. */
export const messageExpiry: JobHandler = {
  async run(job, { at, moved }) {
    const seen = await waitingMessage(job.municipalityId, job.key)
    await inTown(job.municipalityId, async (trx) => {
      const sender = seen?.senderKind === 'case' ? await lockedCase(trx, seen.senderId) : null
      const message = await lockedMessage(trx, job.key)
      await finishJob(trx, job)
      if (!message) return
      await endMessage(trx, message.id, { caseId: null, at: job.runAt })
      const { id, name, correlation } = message
      if (sender)
        await recordEvent(
          trx,
          { caseFile: sender, at: job.runAt },
          { kind: 'message_expired', public: false, data: { message: id, name } }
        )
      const subject = { kind: 'messages', id }
      const detail = { name, correlation, ...(sender && { case: sender.id }) }
      await appendAudit(
        trx,
        [{ actor: SYSTEM, action: 'cases.message_expired', subject, detail }],
        moved ? at : undefined
      )
    })
  },
}
