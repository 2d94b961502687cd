import type { LaterFiling } from '#documents/index'
import { inTown } from '#tenancy/town_transaction'

/** What its interested party has filed in a case after opening it, the oldest first. */
export const filedLater = (municipalityId: string, caseId: string): Promise<LaterFiling[]> =>
  inTown(municipalityId, async (trx) => {
    const rows = await trx.rows<{ kind: LaterFiling['kind']; number: string; recordedAt: Date }>(
      `SELECT f.kind, e.entry_number AS number, e.recorded_at AS "recordedAt"
       FROM filings f JOIN register_entries e ON e.municipality_id = $1 AND e.id = f.entry_id
       WHERE f.municipality_id = $1 AND f.case_id = $2 AND f.kind <> 'submission' ORDER BY e.recorded_at, f.id`,
      [municipalityId, caseId],
      'filed_later'
    )
    return rows.map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() }))
  })
