import { randomBytes } from 'node:crypto'
import hash from '@adonisjs/core/services/hash'
import { uuidv7 } from '#core/ids'
import { demoIdentities } from '#identity/domain/demo_identities'
import { foundTown } from '#tenancy/actions/found_town'
import { forgetCalendars } from '#tenancy/queries/calendar'
import { inTown } from '#tenancy/town_transaction'
import type { Language, Texts, Town, TownSettings } from '#tenancy/types'

export interface TestOfficer {
  id: string
  email: string
  password: string
}

export interface TestPerson {
  id: string
  identifier: string
  name: string
  email: string
}

export interface TestTown {
  id: string
  slug: string
  /** The host it answers on: `<slug>.localhost`. */
  host: string
  unitId: string
  bodyId: string
  officer: TestOfficer
  person: TestPerson
}

interface GivenTown {
  holidays?: string[]
  languages?: Language[]
  name?: string
  settings?: TownSettings
  demo?: boolean
  hosts?: string[]
}

const PASSWORD = 'a long password of a test'
const YEARS = [2025, 2026, 2027, 2028]
const CLOSED = ['01-01', '01-06', '10-09', '12-25']
const LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE'

const inAll = (text: string): Texts => ({ es: text, ca: text, en: text })

/**
 * Founds a temporary town with a calendar (2025 to 2028, four closed days a year and those given), a
 * general unit, a mayor, an officer with every role and a person. Each call founds another: tests never meet.
 * In a demo town people sign in by a click, and its person is the first who can.
 */
export async function testTown(given: GivenTown = {}): Promise<TestTown> {
  const slug = `t${randomBytes(6).toString('hex')}`
  const plain = plainTown(slug, given.name ?? 'Vila de Prova')
  const id = await foundTown({
    ...plain,
    settings: given.settings ?? plain.settings,
    languages: given.languages ?? ['es', 'ca', 'en'],
    demo: given.demo ?? false,
    hosts: given.hosts ?? [],
  })
  const [unitId, bodyId] = [uuidv7(), uuidv7()]
  const holidays = new Set([
    ...YEARS.flatMap((year) => CLOSED.map((day) => `${year}-${day}`)),
    ...(given.holidays ?? []),
  ])
  await inTown(id, async (trx) => {
    await trx.rows(
      `INSERT INTO bodies (municipality_id, id, role, name, holder) VALUES ($1, $2, 'mayor', $3, 'Empar Mayor')`,
      [id, bodyId, inAll('Mayor')]
    )
    await trx.rows(
      `INSERT INTO units (municipality_id, id, slug, name, directory_code, roles, body_id)
       VALUES ($1, $2, 'general', $3, 'L01460001', '{general,citizen_service}', $4)`,
      [id, unitId, inAll('Citizen service'), bodyId]
    )
    for (const year of YEARS)
      await trx.rows(`INSERT INTO calendar_years (municipality_id, year, source) VALUES ($1, $2, 'BOP 1')`, [
        id,
        year,
      ])
    for (const day of holidays)
      await trx.rows(
        `INSERT INTO calendar_days (municipality_id, day, scope, name) VALUES ($1, $2, $4, $3)`,
        [id, day, inAll(day), given.holidays?.includes(day) ? 'local' : 'state']
      )
  })
  forgetCalendars()
  const officer = await addOfficer(id, {
    roles: ['case_handler', 'technician', 'resolver', 'secretary', 'registrar', 'treasurer', 'admin'],
    unitIds: [unitId],
    holds: ['mayor'],
  })
  const person = await addPerson(id, 'es', given.demo ? demoIdentities[0]?.identifier : undefined)
  return { id, slug, host: `${slug}.localhost`, unitId, bodyId, officer, person }
}

/** One more officer of a test town. */
export async function addOfficer(
  townId: string,
  given: { roles: string[]; unitIds?: string[]; holds?: string[]; name?: string; position?: object }
): Promise<TestOfficer> {
  const officer = { id: uuidv7(), email: `${randomBytes(4).toString('hex')}@example.org`, password: PASSWORD }
  const passwordHash = await hash.make(PASSWORD)
  await inTown(townId, (trx) =>
    trx.rows(
      `INSERT INTO officers (municipality_id, id, email, name, password_hash, roles, unit_ids, holds, position)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[townId, officer.id, officer.email, given.name ?? 'Amparo Oficial', passwordHash, given.roles],
        ...[given.unitIds ?? [], given.holds ?? [], JSON.stringify(given.position ?? {})],
      ]
    )
  )
  return officer
}

/** One more person of a test town, with an identity number that is right. */
export async function addPerson(
  townId: string,
  language: Language = 'es',
  identifier = someIdentifier()
): Promise<TestPerson> {
  const person = {
    id: uuidv7(),
    identifier,
    name: 'Vicenta Prova Ferrer',
    email: `p${identifier.toLowerCase()}@example.org`,
  }
  await inTown(townId, (trx) =>
    trx.rows(
      `INSERT INTO persons (municipality_id, id, identifier, given_name, surnames, email, language)
       VALUES ($1, $2, $3, 'Vicenta', 'Prova Ferrer', $4, $5)`,
      [townId, person.id, person.identifier, person.email, language]
    )
  )
  return person
}

function someIdentifier(): string {
  const digits = String(10_000_000 + (randomBytes(4).readUInt32BE() % 89_999_999))
  return `${digits}${LETTERS[Number(digits) % 23]}`
}

/** A town of which a test says nothing else. */
export const plainTown = (slug: string, name: string): Omit<Town, 'id' | 'languages' | 'demo' | 'hosts'> => ({
  slug,
  name,
  ineCode: null,
  directoryCode: 'L01460000',
  taxNumber: 'P4600000A',
  population: 1000,
  timeZone: 'Europe/Madrid',
  isDefault: false,
  settings: {
    colours: { brand: '#1d4f91', brandDark: '#153a6b', accent: '#ffcc4d', tint: '#eef3fa' },
    council: inAll(name),
    logo: 'resources/images/towns/vilaserena.svg',
    print: 'resources/images/towns/vilaserena.png',
    officeName: inAll(name),
    drafts: { most: 200 },
    office: {
      responsibleBody: inAll('Mayor'),
      creation: inAll('Ordinance of a test'),
      address: 'Plaça Major, 1',
      phone: '960000000',
      email: 'office@example.org',
      dataProtection: 'dpo@example.org',
      openingHours: inAll('9-14'),
    },
  },
})
