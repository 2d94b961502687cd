import { inTown } from '#tenancy/town_transaction'

/** The numbers that a document has in the books of its town; null where it has none. */
export interface DocumentNumbers {
  /** Of the entry that it came in or went out with. */
  entry: string | null
  /** Of a resolution, in the book of resolutions. */
  resolution: string | null
}

export const numbersOfDocument = (
  municipalityId: string,
  { id, caseId, filingId }: { id: string; caseId: string | null; filingId: string | null }
): Promise<DocumentNumbers> =>
  inTown(municipalityId, async (trx) => {
    const rows = await trx.rows<{ number: string; resolves: boolean }>(
      `SELECT e.entry_number AS number, e.book = 'resolutions' AS resolves FROM register_entries e
       WHERE e.municipality_id = $1 AND e.case_id = $4
         AND (e.document_id = $2 OR e.id = (SELECT f.entry_id FROM filings f WHERE f.municipality_id = $1 AND f.id = $3))
       ORDER BY e.id`,
      [municipalityId, id, filingId, caseId]
    )
    const first = (which: boolean) => rows.find(({ resolves }) => resolves === which)?.number ?? null
    return { entry: first(false), resolution: first(true) }
  })
