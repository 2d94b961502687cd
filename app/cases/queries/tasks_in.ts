import { rowsOfTown } from '#tenancy/town_transaction'

/** Whether a case has gone to anybody: `open` while a task waits in it, `over` once they are all behind; null if there was none. */
export async function tasksIn(municipalityId: string, caseId: string): Promise<'open' | 'over' | null> {
  const states = await rowsOfTown<{ state: string }>(
    municipalityId,
    'SELECT DISTINCT state FROM tasks WHERE municipality_id = $1 AND case_id = $2',
    [municipalityId, caseId],
    'tasks_in_case'
  )
  if (states.length === 0) return null
  return states.some(({ state }) => state === 'open') ? 'open' : 'over'
}
