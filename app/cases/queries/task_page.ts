import { type CasePage, casePage } from '#cases/queries/case_page'
import { decidedBefore } from '#cases/queries/decided'
import { type Reportable, reportableOf } from '#cases/queries/reportable'
import { type Task, taskById } from '#cases/queries/tasks'
import { inTown } from '#tenancy/town_transaction'

/** A task with all that is known of its case; null when the town has no such task. */
export async function taskPage(
  municipalityId: string,
  id: string,
  at: Date
): Promise<{ task: Task; found: CasePage; decided: string | null; reportable: Reportable[] } | null> {
  const task = await inTown(municipalityId, (trx) => taskById(trx, id))
  const found = task && (await casePage(municipalityId, task.caseId, at))
  if (!task || !found) return null
  const decided = await inTown(municipalityId, (trx) => decidedBefore(trx, found.caseFile, task))
  const reportable = task.state === 'open' ? await reportableOf(found.caseFile, task.key) : []
  return { task, found, decided, reportable }
}
