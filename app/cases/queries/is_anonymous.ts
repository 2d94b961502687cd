import { rowsOfTown } from '#tenancy/town_transaction'

/** Whether a case was filed by nobody that we know. */
export const isAnonymous = (municipalityId: string, caseId: string): Promise<boolean> =>
  rowsOfTown(
    municipalityId,
    `SELECT FROM case_files WHERE municipality_id = $1 AND id = $2 AND person_id IS NULL`,
    [municipalityId, caseId],
    'is_anonymous'
  ).then((rows) => rows.length > 0)
