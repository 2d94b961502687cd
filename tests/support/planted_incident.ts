import { incidentRows } from '#cases/rows'
import type { IncidentRow } from '#cases/types'
import { uuidv7 } from '#core/ids'
import { insertRows } from '#tenancy/insert_rows'
import { inTown } from '#tenancy/town_transaction'

/** An incident of a case as its rows have it, which no token of the case stands at. */
export async function plantedIncident(
  townId: string,
  caseId: string | null,
  more: Partial<IncidentRow> = {}
): Promise<string> {
  const id = uuidv7()
  const row: IncidentRow = {
    ...{ id, case_id: caseId, job_id: null, key: 'x:1', element: 'x' },
    ...{ code: 'activity_failed', detail: 'timeout <b>', opened_at: new Date().toISOString() },
    ...more,
  }
  await inTown(townId, (trx) => insertRows(trx, incidentRows, [row]))
  return id
}
