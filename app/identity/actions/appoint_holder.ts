import { appendAudit } from '#audit/actions/append_audit'
import { SYSTEM, type Actor } from '#audit/types'
import { inTown } from '#tenancy/town_transaction'

const APPOINT = `
  UPDATE officers SET holds = $3 WHERE municipality_id = $1 AND id = $2 AND active AND holds <> $3 RETURNING id`

/** Says of which bodies, by their role, an employee holds the office. Answers whether that is new. */
export class AppointHolder {
  execute(
    municipalityId: string,
    { officerId, holds }: { officerId: string; holds: string[] },
    by: Actor = SYSTEM
  ): Promise<boolean> {
    return inTown(municipalityId, async (trx) => {
      const changed = await trx.rows(APPOINT, [municipalityId, officerId, holds])
      if (changed.length === 0) return false
      const subject = { kind: 'officer', id: officerId }
      const action = 'identity.holder_appointed'
      await appendAudit(trx, [{ actor: by, action, subject, detail: { holds } }])
      return true
    })
  }
}
