import { inTown } from '#tenancy/town_transaction'

/** Whether a person has filed under an id. */
export const filedBy = (municipalityId: string, personId: string, filingId: string): Promise<boolean> =>
  inTown(municipalityId, async (trx) => {
    const rows = await trx.rows(
      `SELECT FROM filings WHERE municipality_id = $1 AND id = $2 AND person_id = $3`,
      [municipalityId, filingId, personId],
      'filed_by'
    )
    return rows.length > 0
  })
