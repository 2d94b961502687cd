import type { Actor } from '#audit/types'
import { rowsOfTown } from '#tenancy/town_transaction'

/** Which of these things somebody has looked at. */
export async function lookedAt(
  municipalityId: string,
  { action, actor, ids }: { action: string; actor: Actor; ids: string[] }
): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await rowsOfTown<{ id: string }>(
    municipalityId,
    `SELECT DISTINCT subject_id AS id FROM audit_entries
     WHERE municipality_id = $1 AND subject_id = ANY($2) AND action = $3 AND actor_kind = $4 AND actor_id = $5`,
    [municipalityId, ids, action, actor.kind, actor.id],
    'looked_at'
  )
  return new Set(rows.map(({ id }) => id))
}
