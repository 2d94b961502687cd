import { COUNT_CAP } from '#cases/queries/inbox_counts'
import { inTown } from '#tenancy/town_transaction'

/** How many incidents wait for an administrator, counted up to `COUNT_CAP`. */
export const openIncidentCount = (municipalityId: string): Promise<number> =>
  inTown(municipalityId, async (trx) => {
    const [row] = await trx.rows<{ count: number }>(
      `SELECT count(*)::int AS count FROM (SELECT 1 FROM incidents WHERE municipality_id = $1 AND state = 'open' LIMIT ${COUNT_CAP}) s`,
      [municipalityId],
      'open_incident_count'
    )
    return row?.count ?? 0
  })
