import { appendAudit } from '#audit/actions/append_audit'
import { tell } from '#core/link/link'
import { heldSince } from '#identity/domain/sessions'
import { SESSIONS_ENDED } from '#identity/queries/sessions_since'
import { inTown } from '#tenancy/town_transaction'

const UPDATES = {
  person: `UPDATE persons SET sessions_since = $3 WHERE municipality_id = $1 AND id = $2 RETURNING id`,
  officer: `UPDATE officers SET sessions_since = $3 WHERE municipality_id = $1 AND id = $2 RETURNING id`,
}

/**
 * Signs somebody out, everywhere: a session is a sealed cookie, so that one that was copied would outlive the
 * one that the browser forgets.
 */
export class EndSessions {
  async execute(municipalityId: string, who: 'person' | 'officer', id: string, at: Date): Promise<void> {
    await inTown(municipalityId, async (trx) => {
      const ended = await trx.rows(UPDATES[who], [municipalityId, id, heldSince(at)])
      if (ended.length === 0) return
      await appendAudit(trx, [
        { actor: { kind: who, id }, action: 'identity.signed_out', subject: { kind: who, id } },
      ])
      trx.afterCommit(() => tell(SESSIONS_ENDED, municipalityId))
    })
  }
}
