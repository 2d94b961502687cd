import db from '@adonisjs/lucid/services/db'

/** Which work is due: of which town, and which job. It is all that the dispatch role may know. */
export interface DueJob {
  municipalityId: string
  id: string
}

/** Takes up to `count` due jobs for a minute; no other worker gets them meanwhile. */
export async function claimDue(count: number): Promise<DueJob[]> {
  const { rows } = await db
    .connection('dispatch')
    .rawQuery('SELECT municipality_id, id FROM claim_due(?)', [count])
  return rows.map((row: { municipality_id: string; id: string }) => ({
    municipalityId: row.municipality_id,
    id: row.id,
  }))
}

/** When the next job falls due, of whatever town; null when the outbox is empty. */
export async function nextDue(): Promise<Date | null> {
  const { rows } = await db.connection('dispatch').rawQuery('SELECT next_due() AS at')
  return rows[0]?.at ?? null
}
