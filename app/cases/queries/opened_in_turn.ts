import type { TownTransaction } from '#tenancy/town_transaction'

/** So many cases may have had each the next opened; beyond it, procedures are calling one another in a circle. */
export const MOST_IN_TURN = 12

const CHAIN = `
  WITH RECURSIVE chain AS (
    SELECT $2::uuid AS case_id, 1 AS depth
    UNION ALL
    SELECT CASE WHEN o.cause IN ('call', 'signal') THEN split_part(o.key, '/', 2)::uuid ELSE m.sender_id::uuid END, depth + 1
    FROM chain JOIN openings o ON o.municipality_id = $1 AND o.case_id = chain.case_id
    LEFT JOIN messages m ON m.municipality_id = $1 AND o.cause = 'message' AND m.id = split_part(o.key, '/', 2)::uuid AND m.sender_kind = 'case'
    WHERE depth <= $3 AND (o.cause IN ('call', 'signal') OR m.id IS NOT NULL)
  ) SELECT max(depth)::int AS depth FROM chain`

/** How many cases stand in a row that opened one another, up to this one. */
export async function openedInTurn(trx: TownTransaction, caseId: string): Promise<number> {
  const [row] = await trx.rows<{ depth: number }>(
    CHAIN,
    [trx.municipalityId, caseId, MOST_IN_TURN],
    'opened_in_turn'
  )
  return row?.depth ?? 0
}
