import { Kept } from '#core/kept'
import { hear } from '#core/link/link'
import { rowsOfTown } from '#tenancy/town_transaction'
import type { Body, Unit } from '#tenancy/types'

const KEPT_MS = 60_000

const bodies = new Kept(KEPT_MS, (municipalityId) =>
  rowsOfTown<Body>(
    municipalityId,
    `SELECT id, role, name, holder, directory_code AS "directoryCode", seat FROM bodies WHERE municipality_id = $1 ORDER BY role`,
    [municipalityId],
    'bodies_of'
  )
)

const units = new Kept(KEPT_MS, (municipalityId) =>
  rowsOfTown<Unit>(
    municipalityId,
    `SELECT id, slug, name, directory_code AS "directoryCode", roles, body_id AS "bodyId", seat
     FROM units WHERE municipality_id = $1 ORDER BY slug`,
    [municipalityId],
    'units_of'
  )
)

/** A town has others who hold its bodies; told to every process. */
export const ORGANISATION_CHANGED = 'tenancy.organisation_changed'

hear(ORGANISATION_CHANGED, (municipalityId) => {
  bodies.forget(municipalityId)
  units.forget(municipalityId)
})

/** The bodies that decide and the units that handle, of one town. Kept for a minute a process, or until it is told otherwise. */
export const bodiesOf = (municipalityId: string): Promise<Body[]> => bodies.of(municipalityId)

export const unitsOf = (municipalityId: string): Promise<Unit[]> => units.of(municipalityId)

/** The unit that a seam of a procedure is bound to: the one that was named (its slug), else by role, else the general one. */
export async function unitFor(municipalityId: string, role: string): Promise<Unit | null> {
  const all = await unitsOf(municipalityId)
  return (
    all.find((unit) => unit.slug === role) ??
    all.find((unit) => unit.roles.includes(role)) ??
    all.find((unit) => unit.roles.includes('general')) ??
    null
  )
}

export async function bodyFor(municipalityId: string, role: string): Promise<Body | null> {
  const all = await bodiesOf(municipalityId)
  return all.find((body) => body.role === role) ?? all.find((body) => body.role === 'mayor') ?? null
}

/** Where a matter is dealt with besides the electronic office: the seat of its unit, else that of the unit's body. */
export async function seatsOfUnit(municipalityId: string, unit: Unit | null): Promise<string[]> {
  const bodies = await bodiesOf(municipalityId)
  const seat = unit?.seat ?? bodies.find(({ id }) => id === unit?.bodyId)?.seat ?? null
  return seat ? [seat] : []
}
