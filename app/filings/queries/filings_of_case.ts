import type { FilingRow } from '#filings/rows'
import type { Answers } from '#forms/index'
import { inTown } from '#tenancy/town_transaction'

export { SAID } from '#filings/domain/said'

export interface FilingOfCase {
  id: string
  kind: FilingRow['kind']
  personId: string | null
  answers: Answers
  entryNumber: string
  filedAt: Date
}

/** What has been filed in a case, frozen as it was filed, the oldest first. */
export const filingsOfCase = (municipalityId: string, caseId: string): Promise<FilingOfCase[]> =>
  inTown(municipalityId, (trx) =>
    trx.rows<FilingOfCase>(
      `SELECT f.id, f.kind, f.person_id AS "personId", f.answers, e.entry_number AS "entryNumber", f.filed_at AS "filedAt"
       FROM filings f JOIN register_entries e ON e.municipality_id = $1 AND e.id = f.entry_id
       WHERE f.municipality_id = $1 AND f.case_id = $2 ORDER BY f.filed_at, f.id`,
      [municipalityId, caseId]
    )
  )
