import { appendAudit } from '#audit/actions/append_audit'
import type { Actor } from '#audit/types'
import { inTown } from '#tenancy/town_transaction'

/** What an officer looked at. */
export interface Read {
  action:
    | 'desk.case_read'
    | 'desk.document_read'
    | 'desk.notice_read'
    | 'desk.notices_read'
    | 'desk.letters_read'
    | 'desk.book_read'
    | 'desk.payments_read'
    | 'desk.refunds_read'
    | 'desk.signature_read'
  subject: { kind: string; id: string }
  actor: Actor
  at: Date
}

const SEEN = `
  SELECT 1 FROM audit_entries
  WHERE municipality_id = $1 AND subject_id = $2 AND action = $3 AND actor_kind = $4 AND actor_id = $5 AND at >= $6 LIMIT 1`

/** Leaves a row of a look at somebody's data: once per officer, thing and hour of the clock (ENS, op.exp.8). */
export class RecordRead {
  async execute(municipalityId: string, { action, subject, actor, at }: Read): Promise<void> {
    const hour = new Date(at)
    hour.setUTCMinutes(0, 0, 0)
    await inTown(municipalityId, async (trx) => {
      const seen = await trx.rows(SEEN, [
        municipalityId,
        subject.id,
        action,
        actor.kind,
        actor.id,
        hour.toISOString(),
      ])
      if (seen.length === 0) await appendAudit(trx, [{ actor, action, subject }])
    })
  }
}
