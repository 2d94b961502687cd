import type { Done } from '#cases/domain/migration/done_by_move'
import type { Move, Stay } from '#cases/domain/migration/types'
import type { Undo } from '#cases/domain/migration/undo'
import type { TownTransaction } from '#tenancy/town_transaction'

export type { Done }

/** What became of a case in a run. */
export interface Receipt {
  id: string
  runId: string
  caseId: string
  outcome: 'moved' | 'restored' | 'stays'
  planDigest: string
  fromDigest: string
  toDigest: string
  faults: Stay[]
  moved: ({ class: Move['class']; workflow: string; kept: Move['kept'] } & Partial<Done>) | null
  undo: Undo | null
  at: Date
}

const COLUMNS = `id, run_id AS "runId", case_id AS "caseId", outcome, plan_digest AS "planDigest", from_digest AS "fromDigest",
  to_digest AS "toDigest", faults, moved, undo, at`

/** Whether, and how, a run has been at a case. */
export async function receiptOf(
  trx: TownTransaction,
  runId: string,
  caseId: string
): Promise<Receipt | null> {
  const [row] = await trx.rows<Receipt>(
    `SELECT ${COLUMNS} FROM case_migrations WHERE municipality_id = $1 AND run_id = $2 AND case_id = $3`,
    [trx.municipalityId, runId, caseId],
    'receipt_of'
  )
  return row ?? null
}

/** The last time that a case changed its version; null where it never did. */
export async function lastMove(trx: TownTransaction, caseId: string): Promise<Receipt | null> {
  const [row] = await trx.rows<Receipt>(
    `SELECT ${COLUMNS} FROM case_migrations WHERE municipality_id = $1 AND case_id = $2 AND outcome <> 'stays'
     ORDER BY id DESC LIMIT 1`,
    [trx.municipalityId, caseId],
    'last_move'
  )
  return row ?? null
}

/** The versions that a case has left; none for almost all. */
export const digestsBefore = async (trx: TownTransaction, caseId: string): Promise<string[]> =>
  (
    await trx.rows<{ digest: string }>(
      `SELECT DISTINCT from_digest AS digest FROM case_migrations WHERE municipality_id = $1 AND case_id = $2 AND outcome <> 'stays'`,
      [trx.municipalityId, caseId],
      'digests_before'
    )
  ).map(({ digest }) => digest)
