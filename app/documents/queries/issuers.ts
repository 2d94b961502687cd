import { rowsOfTown } from '#tenancy/town_transaction'

/** Whose these documents are, as each of them says itself, in a language; those that say nothing are left out. */
export async function issuersOf(
  municipalityId: string,
  ids: string[],
  language: string
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await rowsOfTown<{ id: string; name: string | null }>(
    municipalityId,
    `SELECT id, facts -> 'issuer' -> 'name' ->> $3 AS name FROM documents WHERE municipality_id = $1 AND id = ANY($2)`,
    [municipalityId, ids, language],
    'issuers_of'
  )
  return new Map(rows.flatMap(({ id, name }) => (name ? [[id, name] as const] : [])))
}
