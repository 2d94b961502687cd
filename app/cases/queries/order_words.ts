import { CASE_NUMBER } from '#cases/queries/case_number'
import { frozenProcedure } from '#catalogue/queries/frozen_procedure'
import { textOf } from '#catalogue/queries/texts'
import type { PaymentOrder } from '#payments/types'
import { rowsOfTown } from '#tenancy/town_transaction'

const CASE = `
SELECT c.digest, ${CASE_NUMBER} AS "caseNumber" FROM case_files c
WHERE c.municipality_id = $1 AND c.id = $2`

/** What the procedure of a case calls the lines of its fee, and the number of the case. */
export async function orderWordsOf(municipalityId: string, { caseId }: PaymentOrder, language: string) {
  type Row = { digest: string; caseNumber: string | null }
  const [row] = await rowsOfTown<Row>(municipalityId, CASE, [municipalityId, caseId], 'case_of_order')
  const procedure = row && (await frozenProcedure(row.digest))
  return {
    label: (id: string) => (procedure && textOf(procedure.texts, language, `fees.steps.${id}`)) ?? id,
    caseNumber: row?.caseNumber ?? null,
  }
}
