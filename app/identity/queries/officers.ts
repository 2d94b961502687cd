import type { Officer } from '#identity/types'
import { inTown } from '#tenancy/town_transaction'

const COLUMNS = `id, email, name, position, roles, unit_ids AS "unitIds", holds, language, last_access_at AS "lastAccessAt",
  previous_access_at AS "previousAccessAt", last_failure_at AS "lastFailureAt", locked_until AS "lockedUntil", sessions_since AS "sessionsSince"`

export const officerById = (municipalityId: string, id: string): Promise<Officer | null> =>
  inTown(municipalityId, async (trx) => {
    const [officer] = await trx.rows<Officer>(
      `SELECT ${COLUMNS} FROM officers WHERE municipality_id = $1 AND id = $2 AND active`,
      [municipalityId, id],
      'officer_by_id'
    )
    return officer ?? null
  })

const byName = (active: boolean) => (municipalityId: string) =>
  inTown(municipalityId, (trx) =>
    trx.rows<Officer>(
      `SELECT ${COLUMNS} FROM officers WHERE municipality_id = $1 AND active = $2 ORDER BY name COLLATE "es-x-icu"`,
      [municipalityId, active]
    )
  )

/** The employees of a town, by name: to assign a case to one. */
export const officersOf = byName(true)

/** Those who work there no more. */
export const formerOfficersOf = byName(false)
