import { readdir, readFile } from 'node:fs/promises'
import app from '@adonisjs/core/services/app'
import { AdoptProcedure } from '#catalogue/actions/adopt_procedure'
import type { CompiledProcedure } from '#catalogue/types'
import { uuidv7 } from '#core/ids'
import { HireOfficer } from '#identity/actions/hire_officer'
import { IssueDemoSeal } from '#documents/actions/issue_demo_seal'
import { foundTown } from '#tenancy/actions/found_town'
import { forgetCalendars } from '#tenancy/queries/calendar'
import { inTown } from '#tenancy/town_transaction'
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
  const unitIds = await organise(id, slug, population)
  await loadCalendar(id, slug)
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

async function organise(id: string, slug: string, population: number): Promise<string[]> {
  const bodies = new Map(demoBodies.map((body) => [body.role, { ...body, id: uuidv7() }]))
  const units = demoUnits(population).map((unit, index) => ({
    ...unit,
    id: uuidv7(),
    code: `LA000${CODES[slug]?.ine.slice(0, 2)}${index}`,
  }))
  await inTown(id, async (trx) => {
    for (const body of bodies.values())
      await trx.rows(
        `INSERT INTO bodies (municipality_id, id, role, name, holder) VALUES ($1, $2, $3, $4, $5)`,
        [id, body.id, body.role, JSON.stringify(body.name), body.holder]
      )
    for (const unit of units)
      await trx.rows(
        `INSERT INTO units (municipality_id, id, slug, name, directory_code, roles, body_id) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [
          id,
          unit.id,
          unit.slug,
          JSON.stringify(unit.name),
          unit.code,
          unit.roles,
          bodies.get(unit.body)?.id ?? null,
        ]
      )
  })
  return units.map((unit) => unit.id)
}

async function loadCalendar(id: string, slug: string): Promise<void> {
  await inTown(id, async (trx) => {
    for (const year of DEMO_YEARS)
      await trx.rows(`INSERT INTO calendar_years (municipality_id, year, source) VALUES ($1, $2, 'demo')`, [
        id,
        year,
      ])
    for (const { day, scope, name } of demoCalendar(slug))
      await trx.rows(
        `INSERT INTO calendar_days (municipality_id, day, scope, name) VALUES ($1, $2, $3, $4)`,
        [id, day, scope, JSON.stringify(name)]
      )
  })
  forgetCalendars()
}
