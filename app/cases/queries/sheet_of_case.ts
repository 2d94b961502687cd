import { lawOfCase } from '#cases/queries/law_of_case'
import type { Law } from '#cases/types'
import type { Sheet } from '#catalogue/types'
import { rowsOfTown } from '#tenancy/town_transaction'

/** The sheet of the procedure that a case follows. */
export async function sheetOfCase(municipalityId: string, caseId: string): Promise<Sheet> {
  const [row] = await rowsOfTown<{ digest: string; law: Law | null }>(
    municipalityId,
    `SELECT digest, law FROM case_files WHERE municipality_id = $1 AND id = $2`,
    [municipalityId, caseId],
    'digest_of_case'
  )
  if (!row) throw new Error(`no case ${caseId}`)
  return (await lawOfCase(row)).sheet
}
