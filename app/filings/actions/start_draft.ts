import { uuidv7 } from '#core/ids'
import type { Json } from '#core/json'
import { type Result, err, ok } from '#core/result'
import { draftExpiry, draftTerms } from '#filings/domain/draft_terms'
import { townById } from '#tenancy/queries/towns'
import { inTown } from '#tenancy/town_transaction'

/**
 * Begins a filing on the version that the town offers now; it stays on it while that version accepts filings. Whoever
 * has begun as many as the town keeps for a person finishes or throws one away first.
 */
export class StartDraft {
  async execute(draft: {
    municipalityId: string
    personId: string
    slug: string
    digest: string
    language: string
    answers?: Record<string, Json>
    at: Date
  }): Promise<Result<string, 'too_many'>> {
    const { municipalityId, personId, at } = draft
    const id = uuidv7()
    const town = (await townById(municipalityId))!
    return inTown(municipalityId, async (trx) => {
      // Two windows begin one after the other: else each would be the last one that is allowed.
      await trx.rows(`SELECT 1 FROM persons WHERE municipality_id = $1 AND id = $2 FOR NO KEY UPDATE`, [
        ...[municipalityId, personId],
      ])
      const [open] = await trx.rows<{ count: number }>(
        `SELECT count(*)::int AS count FROM drafts
         WHERE municipality_id = $1 AND person_id = $2 AND kind = 'submission' AND expires_at > $3`,
        [municipalityId, personId, at.toISOString()]
      )
      if (open!.count >= draftTerms(town).most) return err('too_many' as const)
      await trx.rows(
        `INSERT INTO drafts (municipality_id, id, slug, digest, person_id, language, answers, created_at, updated_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9)`,
        [
          municipalityId,
          id,
          draft.slug,
          draft.digest,
          personId,
          draft.language,
          JSON.stringify(draft.answers ?? {}),
          at.toISOString(),
          draftExpiry(town, at).toISOString(),
        ]
      )
      return ok(id)
    })
  }
}
