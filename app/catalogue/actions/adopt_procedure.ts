import { appendAudit } from '#audit/actions/append_audit'
import { SYSTEM, type Actor } from '#audit/types'
import { OFFERS_CHANGED } from '#catalogue/queries/offered'
import { frozenProcedure } from '#catalogue/queries/frozen_procedure'
import { canOffer, type OfferRefusal } from '#catalogue/queries/offering'
import { enqueue, newJob } from '#core/jobs/enqueue'
import { ok, type Result } from '#core/result'
import { tell } from '#core/link/link'
import { inTown } from '#tenancy/town_transaction'

/**
 * A town offers a version of a procedure. The one it offered before takes no filings any more: drafts move to
 * the new one when they are next opened (`filings/actions/move_draft`), cases stay on theirs. Refused while the town has not
 * filled in what it must; what it offers already stays.
 */
export class AdoptProcedure {
  async execute(
    municipalityId: string,
    { slug, digest, by = SYSTEM }: { slug: string; digest: string; by?: Actor }
  ): Promise<Result<boolean, OfferRefusal>> {
    const fit = await canOffer(municipalityId, digest)
    if (!fit.ok) return fit
    const changed = await inTown(municipalityId, async (trx) => {
      const [offered] = await trx.rows<{ digest: string }>(
        `SELECT digest FROM town_procedures WHERE municipality_id = $1 AND slug = $2 AND state = 'accepting' FOR UPDATE`,
        [municipalityId, slug]
      )
      if (offered?.digest === digest) return false
      await trx.rows(
        `UPDATE town_procedures SET state = 'withdrawn' WHERE municipality_id = $1 AND slug = $2 AND state = 'accepting'`,
        [municipalityId, slug]
      )
      await trx.rows(
        `INSERT INTO town_procedures (municipality_id, slug, digest) VALUES ($1, $2, $3)
         ON CONFLICT (municipality_id, slug, digest) DO UPDATE SET state = 'accepting', adopted_at = now()`,
        [municipalityId, slug, digest]
      )
      const { graph } = await frozenProcedure(digest)
      // What begins by itself is scheduled after the commit (`cases/jobs/schedule_beginnings_job`).
      if (graph.starts.some(({ by: what }) => what === 'timer'))
        await enqueue(trx, [newJob('schedule_beginnings', new Date(), { name: slug, key: digest })])
      await appendAudit(trx, [
        {
          actor: by,
          action: 'catalogue.adopted',
          subject: { kind: 'procedure', id: slug },
          detail: { digest, before: offered?.digest ?? null },
        },
      ])
      return true
    })
    if (changed) tell(OFFERS_CHANGED, municipalityId)
    return ok(changed)
  }
}
