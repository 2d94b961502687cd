import { inTown } from '#tenancy/town_transaction'

/** Removes a person's own draft and its uploads. What was filed is not touched: it is no draft any more. */
export class DiscardDraft {
  async execute({
    municipalityId,
    personId,
    draftId,
  }: {
    municipalityId: string
    personId: string
    draftId: string
  }): Promise<boolean> {
    return inTown(municipalityId, async (trx) => {
      const gone = await trx.rows(
        `DELETE FROM drafts WHERE municipality_id = $1 AND id = $2 AND person_id = $3 RETURNING id`,
        [municipalityId, draftId, personId]
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
