import { followUpDigest, readFollowUpCode } from '#filings/domain/follow_up_code'
import { rowsOfTown } from '#tenancy/town_transaction'

/**
 * The filing that a follow-up code leads to, as somebody typed the code; null where there is none. What does not read
 * like a code is looked for, too: nothing tells one wrong code from another.
 */
export async function filingOfCode(
  municipalityId: string,
  typed: string
): Promise<{ filingId: string; code: string } | null> {
  const code = readFollowUpCode(typed) ?? typed
  const [row] = await rowsOfTown<{ filingId: string }>(
    municipalityId,
    `SELECT filing_id AS "filingId" FROM follow_ups WHERE municipality_id = $1 AND code_digest = $2`,
    [municipalityId, followUpDigest(code)],
    'filing_of_code'
  )
  return row ? { filingId: row.filingId, code } : null
}
