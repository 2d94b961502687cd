import type { Holder } from '#identity/types'
import { inTown } from '#tenancy/town_transaction'

/** Whether it was filed under an id by a person, or by whoever has the follow-up code. */
export const filedBy = (
  municipalityId: string,
  { personId, codeDigest }: Holder,
  filingId: string
): Promise<boolean> =>
  inTown(municipalityId, async (trx) => {
    const rows = personId
      ? await trx.rows(
          `SELECT FROM filings WHERE municipality_id = $1 AND id = $2 AND person_id = $3`,
          [municipalityId, filingId, personId],
          'filed_by'
        )
      : await trx.rows(
          `SELECT FROM follow_ups WHERE municipality_id = $1 AND filing_id = $2 AND code_digest = $3`,
          [municipalityId, filingId, codeDigest],
          'filed_by_code'
        )
    return rows.length > 0
  })
