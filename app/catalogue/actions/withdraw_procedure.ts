import { appendAudit } from '#audit/actions/append_audit'
import { SYSTEM, type Actor } from '#audit/types'
import { OFFERS_CHANGED } from '#catalogue/queries/offered'
import { tell } from '#core/link/link'
import { err, ok, type Result } from '#core/result'
import { inTown } from '#tenancy/town_transaction'

/**
 * A town offers a procedure no more, in any version: nothing is filed on it from now on, drafts are told so when they are
 * opened, and cases go on. Offering it again is adopting it.
 */
export class WithdrawProcedure {
  execute(
    municipalityId: string,
    { slug, reason, by = SYSTEM }: { slug: string; reason: string; by?: Actor }
  ): Promise<Result<null, 'no_reason' | 'not_offered'>> {
    return inTown(municipalityId, async (trx) => {
      if (reason.trim() === '') return err('no_reason')
      const [withdrawn] = await trx.rows<{ digest: string }>(
        `UPDATE town_procedures SET state = 'withdrawn' WHERE municipality_id = $1 AND slug = $2 AND state = 'accepting'
         RETURNING digest`,
        [municipalityId, slug]
      )
      if (!withdrawn) return err('not_offered')
      const detail = { digest: withdrawn.digest, reason: reason.trim() }
      const subject = { kind: 'procedure', id: slug }
      await appendAudit(trx, [{ actor: by, action: 'catalogue.withdrawn', subject, detail }])
      trx.afterCommit(() => tell(OFFERS_CHANGED, municipalityId))
      return ok(null)
    })
  }
}
