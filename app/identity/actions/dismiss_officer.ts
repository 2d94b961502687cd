import { appendAudit } from '#audit/actions/append_audit'
import { SYSTEM, type Actor } from '#audit/types'
import { err, ok, type Result } from '#core/result'
import { isLastAdministrator } from '#identity/queries/administrators'
import { inTown } from '#tenancy/town_transaction'

const DISMISS = `UPDATE officers SET active = false, sessions_since = $3
  WHERE municipality_id = $1 AND id = $2 AND active RETURNING roles`

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
      const [standing] = await trx.rows<{ holds: string[] }>(
        `SELECT holds FROM officers WHERE municipality_id = $1 AND id = $2 AND active FOR UPDATE`,
        of
      )
      if (!standing) return err('unknown')
      if (standing.holds.length > 0) return err('holds')
      const [{ roles } = { roles: [] }] = await trx.rows<{ roles: string[] }>(DISMISS, [
        ...of,
        new Date(at.getTime() + 1).toISOString(),
      ])
      await appendAudit(trx, [
        {
          ...{ actor: by, action: 'identity.officer_dismissed', detail: { roles } },
          subject: { kind: 'officer', id: officerId },
        },
      ])
      return ok(null)
    })
  }
}
