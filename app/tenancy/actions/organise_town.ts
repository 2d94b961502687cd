import { uuidv7 } from '#core/ids'
import { inTown } from '#tenancy/town_transaction'
import type { Body, Unit } from '#tenancy/types'

export type GivenBody = Pick<Body, 'role' | 'name'> & Partial<Pick<Body, 'holder' | 'directoryCode'>>

/** `body` is the role of the body that decides for it. */
export type GivenUnit = Pick<Unit, 'slug' | 'name' | 'roles'> & {
  directoryCode?: string | null
  body?: string | null
}

/** Gives a town the bodies that decide and the units that handle. Answers the ids of the units, in their order. */
export class OrganiseTown {
  async execute(
    municipalityId: string,
    { bodies, units }: { bodies: GivenBody[]; units: GivenUnit[] }
  ): Promise<string[]> {
    const bodyIds = new Map(bodies.map(({ role }) => [role, uuidv7()]))
    const unitIds = units.map(() => uuidv7())
    await inTown(municipalityId, async (trx) => {
      for (const { role, name, holder = null, directoryCode = null } of bodies)
        await trx.rows(
          `INSERT INTO bodies (municipality_id, id, role, name, holder, directory_code) VALUES ($1, $2, $3, $4, $5, $6)`,
          [municipalityId, bodyIds.get(role), role, JSON.stringify(name), holder, directoryCode]
        )
      for (const [index, { slug, name, roles, body, directoryCode = null }] of units.entries())
        await trx.rows(
          `INSERT INTO units (municipality_id, id, slug, name, directory_code, roles, body_id)
           VALUES ($1, $2, $3, $4, $5, $6, $7)`,
          [
            ...[municipalityId, unitIds[index], slug, JSON.stringify(name), directoryCode, roles],
            bodyIds.get(body ?? '') ?? null,
          ]
        )
    })
    return unitIds
  }
}
