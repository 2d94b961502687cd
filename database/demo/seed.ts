import { readdir, readFile } from 'node:fs/promises'
import app from '@adonisjs/core/services/app'
import { AdoptProcedure } from '#catalogue/actions/adopt_procedure'
import type { CompiledProcedure } from '#catalogue/types'
import { HireOfficer } from '#identity/actions/hire_officer'
import { IssueDemoSeal } from '#documents/actions/issue_demo_seal'
import { foundTown } from '#tenancy/actions/found_town'
import { LoadCalendar } from '#tenancy/actions/load_calendar'
import { OrganiseTown } from '#tenancy/actions/organise_town'
import type { TownSettings } from '#tenancy/types'
import { DEMO_YEARS, demoCalendar } from '#database/demo/calendars'
import { DEMO_PASSWORD, demoBodies, demoOfficers, demoUnits } from '#database/demo/organisation'

interface TownFile {
  slug: string
  name: string
  population: number
  demo: boolean
  settings: TownSettings
}

/** Codes that no municipality has: the province exists, the number does not. */
const CODES: Record<string, { ine: string; tax: string }> = {
  benialba: { ine: '03998', tax: 'P0399800A' },
  vilaserena: { ine: '46998', tax: 'P4699800B' },
  portclar: { ine: '12998', tax: 'P1299800C' },
}

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
    const town: TownFile = JSON.parse(await readFile(`${folder}/${name}`, 'utf8'))
    say(`founding ${town.name}`)
    await foundDemoTown(town, procedures)
  }
}

async function foundDemoTown(town: TownFile, procedures: CompiledProcedure[]): Promise<void> {
  const { slug, name, population, settings } = town
  const code = CODES[slug]
  const id = await foundTown({
    slug,
    name,
    population,
    settings,
    ineCode: code?.ine ?? null,
    directoryCode: code ? `L01${code.ine}0` : null,
    taxNumber: code?.tax ?? null,
    timeZone: 'Europe/Madrid',
    languages: ['es', 'ca', 'en'],
    demo: true,
    isDefault: slug === DEFAULT,
    hosts: [],
  })
  const units = demoUnits(population).map((unit, index) => ({
    ...unit,
    directoryCode: `LA000${code?.ine.slice(0, 2)}${index}`,
  }))
  const unitIds = await new OrganiseTown().execute(id, { bodies: demoBodies, units })
  await new LoadCalendar().execute(id, { years: DEMO_YEARS, days: demoCalendar(slug), source: 'demo' })
  await new IssueDemoSeal().execute(id, { name, taxNumber: code?.tax ?? '' })
  for (const { user, name: person, roles, position } of demoOfficers) {
    const email = `${user}@${slug}.example`
    await new HireOfficer().execute(id, {
      email,
      name: person,
      password: DEMO_PASSWORD,
      roles,
      unitIds,
      position,
    })
  }
  for (const { slug: procedure, digest } of procedures)
    await new AdoptProcedure().execute(id, { slug: procedure, digest })
}
