import type { Json } from '#core/json'
import { draftExpiry } from '#filings/domain/draft_terms'
import { townById } from '#tenancy/queries/towns'
import { inTown } from '#tenancy/town_transaction'

/**
 * Keeps a draft's answers. Two tabs don't overwrite each other: whoever saves names the version that
 * they saw, and answers false (nothing written) when it is no longer the current one.
 */
export class SaveAnswers {
  async execute(save: {
    municipalityId: string
    personId: string | null
    codeDigest?: string | null
    draftId: string
    version: number
    answers: Record<string, Json>
    language?: string
    /** The page that was gone through, and is right: it has been seen, and is not asked again. */
    answered?: string | null
    at: Date
  }): Promise<boolean> {
    const town = (await townById(save.municipalityId))!
    const rows = await inTown(save.municipalityId, (trx) =>
      trx.rows(
        `UPDATE drafts SET answers = $5, version = version + 1, language = coalesce($6, language), updated_at = $7, expires_at = $8, warned_at = NULL,
           asked_again = array_remove(asked_again, $9::text),
           seen = CASE WHEN $9::text IS NULL OR $9::text = ANY (seen) THEN seen ELSE seen || $9::text END
         WHERE municipality_id = $1 AND id = $2 AND person_id IS NOT DISTINCT FROM $3 AND code_digest IS NOT DISTINCT FROM $10 AND version = $4 RETURNING id`,
        [
          save.municipalityId,
          save.draftId,
          save.personId,
          save.version,
          JSON.stringify(save.answers),
          save.language ?? null,
          save.at.toISOString(),
          draftExpiry(town, save.at, Boolean(save.codeDigest)).toISOString(),
          save.answered ?? null,
          save.codeDigest ?? null,
        ]
      )
    )
    return rows.length === 1
  }
}
