import { type Actor, SYSTEM } from '#audit/types'
import { CASES_CHANGED } from '#cases/events'
import { eventRows } from '#cases/rows'
import type { CaseEventRow } from '#cases/types'
import { uuidv7After } from '#core/ids'
import { tell } from '#core/link/link'
import { insertRows } from '#tenancy/insert_rows'
import type { TownTransaction } from '#tenancy/town_transaction'

/** Adds a line to the history of a case that is locked: after the others, whatever its date. Answers it as it was written. */
export async function recordEvent(
  trx: TownTransaction,
  where: { caseFile: { id: string }; at: Date; actor?: Actor },
  what: Pick<CaseEventRow, 'kind' | 'public' | 'data'>
): Promise<CaseEventRow> {
  const actor = where.actor ?? SYSTEM
  const row: CaseEventRow = {
    id: uuidv7After(await lastLine(trx, where.caseFile.id)),
    case_id: where.caseFile.id,
    at: where.at.toISOString(),
    actor_kind: actor.kind,
    actor_id: actor.id,
    ...what,
  }
  await insertRows(trx, eventRows, [row])
  trx.afterCommit(() => tell(CASES_CHANGED, trx.municipalityId))
  return row
}

const lastLine = async (trx: TownTransaction, caseId: string): Promise<string | null> => {
  const [last] = await trx.rows<{ id: string }>(
    `SELECT id FROM case_events WHERE municipality_id = $1 AND case_id = $2 ORDER BY id DESC LIMIT 1`,
    [trx.municipalityId, caseId],
    'last_line'
  )
  return last?.id ?? null
}
