import { documentById } from '#documents/queries/documents'
import type { DocumentSummary } from '#documents/types'
import type { PaymentOrder } from '#payments/types'
import { rowsOfTown } from '#tenancy/town_transaction'

/** The proof that an order was paid; null while it is being made. */
export async function proofOf(
  municipalityId: string,
  { id, caseId }: Pick<PaymentOrder, 'id' | 'caseId'>
): Promise<DocumentSummary | null> {
  const [row] = await rowsOfTown<{ id: string }>(
    municipalityId,
    `SELECT id FROM documents WHERE municipality_id = $1 AND case_id = $2 AND kind = 'payment_proof' AND facts ->> 'order' = $3`,
    [municipalityId, caseId, id],
    'proof_of_order'
  )
  return row ? documentById(municipalityId, row.id) : null
}
