import { inTown } from '#tenancy/town_transaction'
import type { Body, Unit } from '#tenancy/types'

/** The bodies that decide and the units that handle, of one town. */
export const bodiesOf = (municipalityId: string): Promise<Body[]> =>
  inTown(municipalityId, (trx) =>
    trx.rows<Body>(
      `SELECT id, role, name, holder, directory_code AS "directoryCode" FROM bodies WHERE municipality_id = $1 ORDER BY role`,
      [municipalityId]
    )
  )

export const unitsOf = (municipalityId: string): Promise<Unit[]> =>
  inTown(municipalityId, (trx) =>
    trx.rows<Unit>(
      `SELECT id, slug, name, directory_code AS "directoryCode", roles, body_id AS "bodyId"
       FROM units WHERE municipality_id = $1 ORDER BY slug`,
      [municipalityId]
    )
  )

/** The unit that a seam of a procedure is bound to: by role, else the general one. */
export async function unitFor(municipalityId: string, role: string): Promise<Unit | null> {
  const units = await unitsOf(municipalityId)
  return (
    units.find((unit) => unit.roles.includes(role)) ??
    units.find((unit) => unit.roles.includes('general')) ??
    null
  )
}

export async function bodyFor(municipalityId: string, role: string): Promise<Body | null> {
  const bodies = await bodiesOf(municipalityId)
  return bodies.find((body) => body.role === role) ?? bodies.find((body) => body.role === 'mayor') ?? null
}
