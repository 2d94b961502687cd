import { type Actor, SYSTEM } from '#audit/types'
import { CASES_CHANGED } from '#cases/events'
import { eventRows } from '#cases/rows'
import type { CaseEventRow } from '#cases/types'
import { risingUuidv7 } from '#core/ids'
import { tell } from '#core/link/link'
import { insertRows } from '#tenancy/insert_rows'
import type { TownTransaction } from '#tenancy/town_transaction'

/** Adds a line to the history of a case. */
export async function recordEvent(
  trx: TownTransaction,
  where: { caseFile: { id: string }; at: Date; actor?: Actor },
  what: Pick<CaseEventRow, 'kind' | 'public' | 'data'>
): Promise<void> {
  const actor = where.actor ?? SYSTEM
  const row: CaseEventRow = {
    id: risingUuidv7(where.at.getTime()),
    case_id: where.caseFile.id,
    at: where.at.toISOString(),
    actor_kind: actor.kind,
    actor_id: actor.id,
    ...what,
  }
  await insertRows(trx, eventRows, [row])
  trx.afterCommit(() => tell(CASES_CHANGED, trx.municipalityId))
}
