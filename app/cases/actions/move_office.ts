import { appendAudit } from '#audit/actions/append_audit'
import type { Actor } from '#cases/types'
import { tell } from '#core/link/link'
import { type Result, err, ok } from '#core/result'
import { ORGANISATION_CHANGED } from '#tenancy/queries/bodies_and_units'
import { inTown } from '#tenancy/town_transaction'

export interface MovedOffice {
  municipalityId: string
  of: 'bodies' | 'units'
  id: string
  /** The seat; null where it sits with the electronic office. */
  seat: string | null
  actor: Actor
}

/**
 * Says where a body or a unit sits (Law 39/2015, art. 30.6). It counts for cases that are opened from then on: those that
 * are open keep the closed days that their terms were told by, until somebody changes them (`ChangeSeats`).
 */
export class MoveOffice {
  execute({
    municipalityId,
    of,
    id,
    seat,
    actor,
  }: MovedOffice): Promise<Result<null, 'unknown_office' | 'unknown_seat'>> {
    return inTown(municipalityId, async (trx) => {
      const known = await trx.rows(`SELECT 1 FROM seats WHERE municipality_id = $1 AND id = $2`, [
        municipalityId,
        seat,
      ])
      if (seat !== null && known.length === 0) return err('unknown_seat' as const)
      const [moved] = await trx.rows<{ name: object }>(
        `UPDATE ${of} SET seat = $3 WHERE municipality_id = $1 AND id = $2 RETURNING name`,
        [municipalityId, id, seat]
      )
      if (!moved) return err('unknown_office' as const)
      const detail = { seat, name: moved.name }
      await appendAudit(trx, [{ actor, action: 'tenancy.office_moved', subject: { kind: of, id }, detail }])
      trx.afterCommit(() => tell(ORGANISATION_CHANGED, municipalityId))
      return ok(null)
    })
  }
}
