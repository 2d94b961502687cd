import { inTown } from '#tenancy/town_transaction'

/** Removes one's own draft and its uploads. What was filed is not touched: it is no draft any more. */
export class DiscardDraft {
  async execute({
    municipalityId,
    personId,
    codeDigest = null,
    draftId,
  }: {
    municipalityId: string
    personId: string | null
    codeDigest?: string | null
    draftId: string
  }): Promise<boolean> {
    return inTown(municipalityId, async (trx) => {
      const gone = await trx.rows(
        `DELETE FROM drafts WHERE municipality_id = $1 AND id = $2
           AND person_id IS NOT DISTINCT FROM $3 AND code_digest IS NOT DISTINCT FROM $4 RETURNING id`,
        [municipalityId, draftId, personId, codeDigest]
      )
      if (gone.length === 0) return false
      await trx.rows(
        `DELETE FROM uploads WHERE municipality_id = $1 AND draft_id = $2 AND document_id IS NULL`,
        [municipalityId, draftId]
      )
      return true
    })
  }
}
