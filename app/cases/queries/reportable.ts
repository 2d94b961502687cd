import { frozenProcedure } from '#catalogue/queries/frozen_procedure'
import type { LockedCase } from '#cases/queries/locked_case'
import { type Reportable, reportableAt } from '#engine/index'

export type { Reportable }

/** What whoever does a task of a case may report of it: what its process has an event for. */
export async function reportableOf(
  { digest, workflow }: Pick<LockedCase, 'digest' | 'workflow'>,
  key: string
): Promise<Reportable[]> {
  return reportableAt((await frozenProcedure(digest)).graph, workflow, key)
}

/** Whether a case has had the report of that id: pressed twice, it is one. */
export const REPORTED = `
  SELECT 1 FROM case_events WHERE municipality_id = $1 AND case_id = $2 AND kind = 'task_reported' AND data ->> 'report' = $3 LIMIT 1`
