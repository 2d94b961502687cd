import { type ListedCase, LISTED } from '#cases/queries/listed_case'
import { inTown } from '#tenancy/town_transaction'

/** Cases as lines of a list, by id, in whatever state they are. */
export const casesByIds = async (municipalityId: string, ids: string[]): Promise<Map<string, ListedCase>> => {
  if (ids.length === 0) return new Map()
  const rows = await inTown(municipalityId, (trx) =>
    trx.rows<ListedCase>(`${LISTED} WHERE c.municipality_id = $1 AND c.id = ANY($2)`, [municipalityId, ids])
  )
  return new Map(rows.map((row) => [row.id, row]))
}
