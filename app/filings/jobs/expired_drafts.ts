import { towns } from '#tenancy/queries/towns'
import { inTown } from '#tenancy/town_transaction'

/** Drafts that nobody came back to are forgotten, with what was uploaded for them. */
export async function forgetExpiredDrafts(at: Date): Promise<void> {
  for (const { id } of await towns())
    await inTown(id, async (trx) => {
      const gone = await trx.rows<{ id: string }>(
        `DELETE FROM drafts WHERE municipality_id = $1 AND expires_at < $2 RETURNING id`,
        [id, at.toISOString()]
      )
      if (gone.length > 0)
        await trx.rows(
          `DELETE FROM uploads WHERE municipality_id = $1 AND document_id IS NULL AND draft_id = ANY($2::uuid[])`,
          [id, gone.map((draft) => draft.id)]
        )
    })
}
