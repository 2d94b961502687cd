import { uuidv7 } from '#core/ids'
import type { Json } from '#core/json'
import { inTown } from '#tenancy/town_transaction'

/** How long a draft is kept without a change. */
export const DRAFT_DAYS = 30

export const draftExpiry = (at: Date) => new Date(at.getTime() + DRAFT_DAYS * 86_400_000)

/** Begins a filing on the version that the town offers now; it stays on it while that version accepts filings. */
export class StartDraft {
  async execute(draft: {
    municipalityId: string
    personId: string
    slug: string
    digest: string
    language: string
    answers?: Record<string, Json>
    at: Date
  }): Promise<string> {
    const id = uuidv7()
    await inTown(draft.municipalityId, (trx) =>
      trx.rows(
        `INSERT INTO drafts (municipality_id, id, slug, digest, person_id, language, answers, created_at, updated_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9)`,
        [
          draft.municipalityId,
          id,
          draft.slug,
          draft.digest,
          draft.personId,
          draft.language,
          JSON.stringify(draft.answers ?? {}),
          draft.at.toISOString(),
          draftExpiry(draft.at).toISOString(),
        ]
      )
    )
    return id
  }
}
