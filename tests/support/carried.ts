import { AdoptProcedure } from '#catalogue/actions/adopt_procedure'
import { townProcedure } from '#catalogue/queries/town_procedure'
import type { CompiledProcedure, Scenario } from '#catalogue/types'
import { unwrap } from '#core/result'
import type { OpenOffice } from '#tests/support/filing'
import { fillIn } from '#tests/support/filled_in'

/** The procedure as the town carries it, once it has filled in what the golden case says of it. */
export async function carried(office: OpenOffice, { town }: Scenario): Promise<CompiledProcedure> {
  const { slug, digest } = office.procedure
  const municipalityId = office.test.id
  if (town?.fees || town?.values) {
    unwrap(await fillIn(municipalityId, { slug, values: { tables: town.fees, values: town.values } }))
    unwrap(await new AdoptProcedure().execute(municipalityId, { slug, digest }))
  }
  return townProcedure(municipalityId, digest)
}
