import { appendAudit } from '#audit/actions/append_audit'
import { SYSTEM, type Actor } from '#audit/types'
import { err, ok, type Result } from '#core/result'
import { heldSince } from '#identity/domain/sessions'
import { isLastAdministrator } from '#identity/queries/administrators'
import type { Officer } from '#identity/types'
import { inTown } from '#tenancy/town_transaction'

const STANDING = `SELECT roles, holds FROM officers WHERE municipality_id = $1 AND id = $2 AND active FOR UPDATE`

const DISMISS = `UPDATE officers SET active = false, sessions_since = $3 WHERE municipality_id = $1 AND id = $2`

/**
 * Ends the account of an employee with all its sessions. Their row stays, for what they did is told by their name; what
 * they have in hand has to have gone elsewhere before: `holds` while they hold the office of a body.
 */
export class DismissOfficer {
  execute(
    municipalityId: string,
    { officerId, at }: { officerId: string; at: Date },
    by: Actor = SYSTEM
  ): Promise<Result<null, 'unknown' | 'last_admin' | 'holds'>> {
    return inTown(municipalityId, async (trx) => {
      if (await isLastAdministrator(trx, officerId)) return err('last_admin')
      const of = [municipalityId, officerId]
      const [standing] = await trx.rows<Pick<Officer, 'roles' | 'holds'>>(STANDING, of)
      if (!standing) return err('unknown')
      if (standing.holds.length > 0) return err('holds')
      await trx.rows(DISMISS, [...of, heldSince(at)])
      const subject = { kind: 'officer', id: officerId }
      const detail = { roles: standing.roles }
      await appendAudit(trx, [{ actor: by, action: 'identity.officer_dismissed', subject, detail }])
      return ok(null)
    })
  }
}
