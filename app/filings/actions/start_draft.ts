import { uuidv7 } from '#core/ids'
import type { Json } from '#core/json'
import { type Result, err, ok } from '#core/result'
import { draftExpiry, draftTerms, MOST_ANONYMOUS } from '#filings/domain/draft_terms'
import { townById } from '#tenancy/queries/towns'
import { inTown, type TownTransaction } from '#tenancy/town_transaction'

/**
 * Begins a filing on the version that the town offers now; it stays on it while that version accepts filings. Whoever
 * has begun as many as the town keeps for a person finishes or throws one away first; of those that nobody signs a town
 * keeps so many in all (`no_room`).
 */
export class StartDraft {
  async execute(draft: {
    municipalityId: string
    personId: string | null
    codeDigest?: string | null
    slug: string
    digest: string
    language: string
    answers?: Record<string, Json>
    at: Date
  }): Promise<Result<string, 'too_many' | 'no_room'>> {
    const { municipalityId, personId, at } = draft
    const anonymous = personId === null
    const id = uuidv7()
    const town = (await townById(municipalityId))!
    return inTown(municipalityId, async (trx) => {
      if (!anonymous && (await openDrafts(trx, personId, at)) >= draftTerms(town).most)
        return err('too_many' as const)
      if (anonymous && (await anonymousDrafts(trx, at)) >= MOST_ANONYMOUS) return err('no_room' as const)
      await trx.rows(
        `INSERT INTO drafts (municipality_id, id, slug, digest, person_id, language, answers, created_at, updated_at, expires_at, code_digest)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9, $10)`,
        [
          municipalityId,
          id,
          draft.slug,
          draft.digest,
          personId,
          draft.language,
          JSON.stringify(draft.answers ?? {}),
          at.toISOString(),
          draftExpiry(town, at, anonymous).toISOString(),
          draft.codeDigest ?? null,
        ]
      )
      return ok(id)
    })
  }
}

/** How many a person has open. Two windows begin one after the other: else each would be the last one that is allowed. */
async function openDrafts(trx: TownTransaction, personId: string, at: Date): Promise<number> {
  const own = [trx.municipalityId, personId]
  await trx.rows(`SELECT 1 FROM persons WHERE municipality_id = $1 AND id = $2 FOR NO KEY UPDATE`, own)
  const [open] = await trx.rows<{ count: number }>(
    `SELECT count(*)::int AS count FROM drafts
     WHERE municipality_id = $1 AND person_id = $2 AND kind = 'submission' AND expires_at > $3`,
    [...own, at.toISOString()]
  )
  return open!.count
}

/** How many a town has open that nobody signs. Some that begin at once may pass it by a few: it keeps a flood out. */
async function anonymousDrafts(trx: TownTransaction, at: Date): Promise<number> {
  const [open] = await trx.rows<{ count: number }>(
    `SELECT count(*)::int AS count FROM drafts WHERE municipality_id = $1 AND code_digest IS NOT NULL AND expires_at > $2`,
    [trx.municipalityId, at.toISOString()]
  )
  return open!.count
}
