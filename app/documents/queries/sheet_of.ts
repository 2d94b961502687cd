import type { Sheet } from '#documents/domain/sheet'
import type { DocumentSummary } from '#documents/types'
import { rowsOfTown } from '#tenancy/town_transaction'

/** What the documents of a filing say, told by the room that knows its facts. */
type Teller = (municipalityId: string, document: DocumentSummary) => Promise<Sheet | null>

let teller: Teller | null = null

export const offerSheets = (given: Teller) => void (teller = given)

/** What a document that the office issued says, for a page; null where there are only its bytes. */
export async function sheetOf(municipalityId: string, document: DocumentSummary): Promise<Sheet | null> {
  if (!document.hasPage) return null
  if (document.filingId) return teller?.(municipalityId, document) ?? null
  const [row] = await rowsOfTown<{ sheet: Sheet }>(
    municipalityId,
    `SELECT facts -> 'sheet' AS sheet FROM documents WHERE municipality_id = $1 AND id = $2`,
    [municipalityId, document.id],
    'sheet_of_document'
  )
  return row?.sheet ?? null
}
