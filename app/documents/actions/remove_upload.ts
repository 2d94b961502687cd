import { isUuid } from '#core/ids'
import { inTown } from '#tenancy/town_transaction'

/** Takes a file away from a draft. What became a document of a case stays. */
export class RemoveUpload {
  async execute(municipalityId: string, draftId: string, uploadId: string): Promise<void> {
    if (!isUuid(uploadId)) return
    await inTown(municipalityId, (trx) =>
      trx.rows(
        `DELETE FROM uploads WHERE municipality_id = $1 AND draft_id = $2 AND id = $3 AND document_id IS NULL`,
        [municipalityId, draftId, uploadId]
      )
    )
  }
}
