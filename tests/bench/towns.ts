import { AdoptProcedure } from '#catalogue/actions/adopt_procedure'
import { loadCatalogue } from '#catalogue/actions/load_catalogue'
import type { CompiledProcedure } from '#catalogue/types'
import { IssueDemoSeal } from '#documents/actions/issue_demo_seal'
import { WelcomePerson } from '#identity/actions/welcome_person'
import type { VerifiedIdentity } from '#identity/types'
import { foundTown } from '#tenancy/actions/found_town'
import { towns } from '#tenancy/queries/towns'
import { inTown } from '#tenancy/town_transaction'

/** Who files, in every town of the bench: a person of the demo sign-in. */
export const FILER = '12345678Z'

export interface BenchTown {
  id: string
  host: string
  personId: string
}

const texts = (text: string) => ({ es: text, ca: text, en: text })

const settings = {
  colours: { brand: '#1d4f91', brandDark: '#153a6b', accent: '#ffcc4d', tint: '#eef3fa' },
  council: texts('Ajuntament'),
  logo: 'resources/images/towns/vilaserena.svg',
  print: 'resources/images/towns/vilaserena.png',
  officeName: texts('Sede electrónica'),
  office: {
    responsibleBody: texts('Alcaldía'),
    creation: texts('Ordenanza'),
    address: 'Plaça Major, 1',
    phone: '960000000',
    email: 'office@example.org',
    dataProtection: 'dpo@example.org',
    openingHours: texts('9-14'),
  },
}

async function found(slug: string, procedure: CompiledProcedure): Promise<void> {
  const name = `Vila ${slug}`
  const id = await foundTown({
    slug,
    name,
    ineCode: null,
    directoryCode: 'L01460000',
    taxNumber: 'P4600000A',
    population: 1000,
    timeZone: 'Europe/Madrid',
    languages: ['es', 'ca', 'en'],
    demo: true,
    isDefault: false,
    hosts: [],
    settings,
  })
  await inTown(id, async (trx) => {
    for (const year of [2025, 2026, 2027, 2028])
      await trx.rows(`INSERT INTO calendar_years (municipality_id, year) VALUES ($1, $2)`, [id, year])
  })
  await new AdoptProcedure().execute(id, { slug: procedure.slug, digest: procedure.digest })
  await new IssueDemoSeal().execute(id, { name, taxNumber: 'P4600000A' })
}

const filer: VerifiedIdentity = {
  identifier: FILER,
  givenName: 'Amparo',
  surnames: 'Ferrer Miralles',
  organisation: null,
  level: 'substantial',
  method: 'demo',
}

/** So many towns with a calendar, a seal, the procedure and one person; those that a kept bench has are used again. */
export async function benchTowns(
  count: number,
  prefix = 'bench'
): Promise<{ procedure: CompiledProcedure; towns: BenchTown[] }> {
  const { published } = await loadCatalogue()
  const procedure = published[0]!
  const standing = new Set((await towns()).map(({ slug }) => slug))
  const slugs = Array.from({ length: count }, (_, i) => `${prefix}${i}`)
  for (const slug of slugs) if (!standing.has(slug)) await found(slug, procedure)
  const all = new Map((await towns()).map((town) => [town.slug, town.id]))
  const benched: BenchTown[] = []
  for (const slug of slugs) {
    const id = all.get(slug)!
    const { personId } = await new WelcomePerson().execute(id, filer, { at: new Date() })
    benched.push({ id, host: `${slug}.localhost`, personId })
  }
  return { procedure, towns: benched }
}
