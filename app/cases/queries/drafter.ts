import type { TownTransaction } from '#tenancy/town_transaction'

const OFFICER = /^officer\/(.+)$/

/** The officer whose answer moved a case last: whatever follows from it was drafted by them. */
export async function drafterOf(trx: TownTransaction, caseId: string): Promise<string | null> {
  const [task] = await trx.rows<{ by: string }>(
    `SELECT closed_by AS by FROM tasks WHERE municipality_id = $1 AND case_id = $2 AND state = 'done' AND closed_by LIKE 'officer/%'
     ORDER BY closed_at DESC, id DESC LIMIT 1`,
    [trx.municipalityId, caseId]
  )
  return OFFICER.exec(task?.by ?? '')?.[1] ?? null
}
