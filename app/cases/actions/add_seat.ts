import { appendAudit } from '#audit/actions/append_audit'
import type { Actor } from '#cases/types'
import { tell } from '#core/link/link'
import { type Result, err, ok } from '#core/result'
import { slugOf } from '#core/slug_of'
import { CALENDAR_CHANGED } from '#tenancy/queries/calendar'
import type { Seat } from '#tenancy/types'
import { inTown } from '#tenancy/town_transaction'

export type NewSeat = Omit<Seat, 'slug'> & { municipalityId: string; actor: Actor }

/**
 * Adds a place whose closed days count beside those of the electronic office: where a body sits, or where an interested
 * person lives (Law 39/2015, art. 30.6). Its years are loaded as those of the office are. Answers its slug.
 */
export class AddSeat {
  execute({ municipalityId, name, region, actor }: NewSeat): Promise<Result<string, 'nameless' | 'taken'>> {
    const slug = slugOf(name.es)
    return inTown(municipalityId, async (trx) => {
      if (!slug) return err('nameless' as const)
      const added = await trx.rows(
        `INSERT INTO seats (municipality_id, id, name, region) VALUES ($1, $2, $3, $4)
         ON CONFLICT (municipality_id, id) DO NOTHING RETURNING id`,
        [municipalityId, slug, JSON.stringify(name), region]
      )
      if (added.length === 0) return err('taken' as const)
      const subject = { kind: 'seats', id: slug }
      await appendAudit(trx, [{ actor, action: 'tenancy.seat_added', subject, detail: { name, region } }])
      trx.afterCommit(() => tell(CALENDAR_CHANGED, municipalityId))
      return ok(slug)
    })
  }
}
