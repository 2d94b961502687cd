import { decidingTemplates } from '#catalogue/index'
import { frozenProcedure } from '#catalogue/queries/frozen_procedure'
import { digestsBefore } from '#cases/queries/receipts'
import { tasksAfterMessage } from '#catalogue/queries/tasks_after_message'
import type { TownTransaction } from '#tenancy/town_transaction'

/**
 * The number of the resolution by which what was asked for stands decided, notified or not yet; null where there is none,
 * or where its letter was taken back. It ends the procedure (Law 39/2015, art. 84.1): nobody can withdraw any more
 * (art. 94) nor add documents (art. 76.1), however long its letter still waits.
 */
export async function decidedIn(
  trx: TownTransaction,
  { id, digest }: { id: string; digest: string }
): Promise<string | null> {
  const versions = await Promise.all([digest, ...(await digestsBefore(trx, id))].map(frozenProcedure))
  const deciding = [...new Set(versions.flatMap((one) => decidingTemplates(one, 'withdrawal')))]
  if (deciding.length === 0) return null
  const [adopted] = await trx.rows<{ number: string }>(
    `SELECT e.entry_number AS number FROM register_entries e
     JOIN documents d ON d.municipality_id = $1 AND d.id = e.document_id AND d.template = ANY($3)
     WHERE e.municipality_id = $1 AND e.case_id = $2 AND e.book = 'resolutions' AND NOT EXISTS (
       SELECT FROM notifications n WHERE n.municipality_id = $1 AND n.case_id = $2 AND n.document_id = d.id AND n.state = 'taken_back'
     ) ORDER BY e.id DESC LIMIT 1`,
    [trx.municipalityId, id, deciding],
    'decided_in'
  )
  return adopted?.number ?? null
}

/**
 * That number, where a task answers a withdrawal: another resolution would contradict the one that stands. It is answered
 * once the letter of that one was taken back; if it leaves, the case ends with it.
 */
export async function decidedBefore(
  trx: TownTransaction,
  caseFile: { id: string; digest: string },
  { element }: { element: string }
): Promise<string | null> {
  const answering = tasksAfterMessage(await frozenProcedure(caseFile.digest), 'withdrawal')
  return answering.has(element) ? decidedIn(trx, caseFile) : null
}
