import { AdoptProcedure } from '#catalogue/actions/adopt_procedure'
import { townProcedure } from '#catalogue/queries/town_procedure'
import type { CompiledProcedure, Scenario } from '#catalogue/types'
import { unwrap } from '#core/result'
import type { TownTables } from '#fees/index'
import type { OpenOffice } from '#tests/support/filing'
import { fillIn } from '#tests/support/filled_in'

/** Golden cases tell the rates that they are charged by; a town writes down those of all other cases too. */
const whole = (tables: TownTables = {}): TownTables =>
  Object.fromEntries(
    Object.entries(tables).map(([name, versions]) => [name, versions.map(withTheRest)] as const)
  )

const withTheRest = (version: TownTables[string][number]): TownTables[string][number] => {
  const { rows } = version
  if (!rows || rows.some(({ when }) => when.every((cell) => cell === null))) return version
  return { ...version, rows: [...rows, { when: rows[0]!.when.map(() => null), value: '0' }] }
}

/** The procedure as the town carries it, once it has filled in what the golden case says of it. */
export async function carried(office: OpenOffice, { town }: Scenario): Promise<CompiledProcedure> {
  const { slug, digest } = office.procedure
  const municipalityId = office.test.id
  if (town?.fees || town?.values) {
    unwrap(await fillIn(municipalityId, { slug, values: { tables: whole(town.fees), values: town.values } }))
    unwrap(await new AdoptProcedure().execute(municipalityId, { slug, digest }))
  }
  return townProcedure(municipalityId, digest)
}
