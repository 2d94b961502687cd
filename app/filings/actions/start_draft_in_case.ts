import { uuidv7 } from '#core/ids'
import type { Json } from '#core/json'
import { draftExpiry } from '#filings/domain/draft_terms'
import { townById } from '#tenancy/queries/towns'
import { inTown } from '#tenancy/town_transaction'

/**
 * The draft of an answer to a requirement, or of documents that somebody adds to their case: begun the
 * first time, found again afterwards. Only the interested party has one: null for anybody else.
 */
export class StartDraftInCase {
  async execute(draft: {
    municipalityId: string
    personId: string
    slug: string
    digest: string
    language: string
    kind: 'correction' | 'addition'
    caseId: string
    taskId: string | null
    answers?: Record<string, Json>
    at: Date
  }): Promise<string | null> {
    const { municipalityId, personId, kind, caseId, taskId, at } = draft
    const town = (await townById(municipalityId))!
    return inTown(municipalityId, async (trx) => {
      const find = () =>
        trx.rows<{ id: string }>(
          `SELECT id FROM drafts WHERE municipality_id = $1 AND person_id = $2 AND kind = $3 AND case_id = $4 AND task_id IS NOT DISTINCT FROM $5`,
          [municipalityId, personId, kind, caseId, taskId]
        )
      const [held] = await find()
      if (held) return held.id
      const id = uuidv7()
      await trx.rows(
        `INSERT INTO drafts (municipality_id, id, slug, digest, person_id, language, kind, case_id, task_id, answers, created_at, updated_at, expires_at)
         SELECT $1, $2, $3, $4, $5, $6, $7, c.id, $9, $12, $10, $10, $11 FROM case_files c
         WHERE c.municipality_id = $1 AND c.id = $8 AND c.person_id = $5 ON CONFLICT DO NOTHING`,
        [
          municipalityId,
          id,
          draft.slug,
          draft.digest,
          personId,
          draft.language,
          kind,
          caseId,
          taskId,
          at.toISOString(),
          draftExpiry(town, at).toISOString(),
          JSON.stringify(draft.answers ?? {}),
        ]
      )
      const [made] = await find()
      return made?.id ?? null
    })
  }
}
