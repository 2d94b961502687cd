import { appendAudit } from '#audit/actions/append_audit'
import { advanceCase } from '#cases/actions/advance_case'
import type { Actor } from '#cases/types'
import type { Json } from '#core/json'
import type { Moment } from '#core/jobs/types'
import { inTown } from '#tenancy/town_transaction'

/**
 * Brings a case a message by name (`withdrawal`). Answers false when nothing in the case waits for it, or no
 * longer: then nothing happens.
 */
export class ReceiveMessage {
  execute(
    given: Moment & {
      municipalityId: string
      caseId: string
      name: string
      correlation?: string
      payload?: Json
      actor: Actor
    }
  ): Promise<boolean> {
    const { municipalityId, caseId, name, correlation, payload = {}, actor, at, moved } = given
    return inTown(municipalityId, async (trx) => {
      const heard = await advanceCase(
        trx,
        caseId,
        { type: 'message', name, correlation, payload },
        { at, actor }
      )
      const subject = { kind: 'case_files', id: caseId }
      if (heard)
        await appendAudit(
          trx,
          [{ actor, action: 'cases.message_received', subject, detail: { name } }],
          moved ? at : undefined
        )
      return heard
    })
  }
}
