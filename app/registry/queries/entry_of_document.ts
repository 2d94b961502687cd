import { inTown } from '#tenancy/town_transaction'

/** The number of the entry that a document came in or went out with; null where it has none. */
export const entryOfDocument = (
  municipalityId: string,
  { id, filingId }: { id: string; filingId: string | null }
): Promise<string | null> =>
  inTown(municipalityId, async (trx) => {
    const [row] = await trx.rows<{ number: string }>(
      `SELECT e.entry_number AS number FROM register_entries e
       WHERE e.municipality_id = $1
         AND (e.document_id = $2 OR e.id = (SELECT f.entry_id FROM filings f WHERE f.municipality_id = $1 AND f.id = $3))
       ORDER BY e.id LIMIT 1`,
      [municipalityId, id, filingId]
    )
    return row?.number ?? null
  })
