import { readdir } from 'node:fs/promises'
import app from '@adonisjs/core/services/app'
import { AdoptProcedure } from '#catalogue/actions/adopt_procedure'
import { RecordValues } from '#catalogue/actions/record_values'
import { withdrawnIn } from '#catalogue/queries/accepted'
import { filledIn } from '#catalogue/queries/town_values'
import type { CompiledProcedure } from '#catalogue/types'
import { unwrap } from '#core/result'
import { IssueDemoSeal } from '#documents/actions/issue_demo_seal'
import { DEMO_SOURCE, DEMO_YEARS } from '#database/demo/calendars'
import { DEMO_PASSWORD, demoBodies, demoOfficers, demoUnits } from '#database/demo/organisation'
import { HireOfficer } from '#identity/actions/hire_officer'
import { NameHolder } from '#identity/actions/name_holder'
import { formerOfficersOf, officersOf } from '#identity/queries/officers'
import { raiseTown } from '#start/towns/raise_town'
import { readTownFile, type TownFile } from '#start/towns/town_file'
import { unitsOf } from '#tenancy/queries/bodies_and_units'
import { readValuesFile } from '#start/towns/values_file'
import type { Town } from '#tenancy/types'

/** The town that answers on a plain local address. */
const DEFAULT = 'vilaserena'

/** Founds the fictional towns, each with its calendar, bodies, units, employees, seal and procedures. */
export async function seedDemo(
  procedures: CompiledProcedure[],
  say: (line: string) => void = () => {}
): Promise<void> {
  const folder = app.makePath('resources', 'towns')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
  for (const name of names) {
    const town = unwrap(await readTownFile(`${folder}/${name}`))
    say(`founding ${town.name}`)
    await foundDemoTown(town, procedures)
  }
}

/** Has a demo town fill in what the catalogue leaves open to it and it has not said yet, and offer the procedures that it has not withdrawn. */
export async function offerDemo(
  { id, slug }: Pick<Town, 'id' | 'slug'>,
  procedures: CompiledProcedure[]
): Promise<void> {
  const { procedures: own } = unwrap(
    await readValuesFile(app.makePath('resources/towns/values', `${slug}.json`))
  )
  const said = await filledIn(id)
  const at = new Date()
  for (const { slug: procedure } of procedures) {
    const values = own[procedure]
    if (values && !said.has(procedure))
      await new RecordValues().execute({ municipalityId: id, slug: procedure, values, at, reason: 'demo' })
  }
  const withdrawn = await withdrawnIn(id)
  for (const { slug: procedure, digest } of procedures)
    if (!withdrawn.has(procedure)) await new AdoptProcedure().execute(id, { slug: procedure, digest })
}

const newcomers = (slug: string) =>
  demoOfficers(slug).map(({ user, ...officer }) => ({
    ...officer,
    email: `${user}@${slug}.example`,
    password: DEMO_PASSWORD,
  }))

/** Gives a demo town that was founded before the people and offices that have come since; what somebody has arranged stays. */
export async function staffDemoTown({ id, slug }: Pick<Town, 'id' | 'slug'>): Promise<void> {
  const [here, gone, units] = await Promise.all([officersOf(id), formerOfficersOf(id), unitsOf(id)])
  const known = new Map([...gone, ...here].map((officer) => [officer.email, officer.id]))
  const held = new Set(here.flatMap(({ holds }) => holds))
  const unitIds = units.map((unit) => unit.id)
  for (const { holds = [], ...officer } of newcomers(slug)) {
    if (!known.has(officer.email))
      known.set(officer.email, unwrap(await new HireOfficer().execute(id, { ...officer, unitIds })))
    for (const body of holds.filter((one) => !held.has(one)))
      await new NameHolder().execute(id, { body, officerId: known.get(officer.email)! })
  }
}

async function foundDemoTown(town: TownFile, procedures: CompiledProcedure[]): Promise<void> {
  const { slug, name, population, ineCode, taxNumber } = town
  const units = demoUnits(population).map((unit, index) => ({
    ...unit,
    directoryCode: `LA000${ineCode.slice(0, 2)}${index}`,
  }))
  const officers = newcomers(slug)
  const id = await raiseTown(
    { ...town, bodies: demoBodies(slug), units },
    { years: DEMO_YEARS, isDefault: slug === DEFAULT, officers, source: DEMO_SOURCE }
  )
  await new IssueDemoSeal().execute(id, { name, taxNumber })
  await offerDemo({ id, slug }, procedures)
}
