import { AdoptProcedure } from '#catalogue/actions/adopt_procedure'
import { loadCatalogue } from '#catalogue/actions/load_catalogue'
import type { CompiledProcedure } from '#catalogue/types'
import { unwrap } from '#core/result'
import { IssueDemoSeal } from '#documents/actions/issue_demo_seal'
import { WelcomePerson } from '#identity/actions/welcome_person'
import type { VerifiedIdentity } from '#identity/types'
import { foundTown } from '#tenancy/actions/found_town'
import { OrganiseTown } from '#tenancy/actions/organise_town'
import { towns } from '#tenancy/queries/towns'
import { inTown } from '#tenancy/town_transaction'
import { filedCase } from '#tests/bench/drafts'
import { fillIn } from '#tests/support/filled_in'
import { plainTown } from '#tests/support/town'

/** Who files, in every town of the bench: a person of the demo sign-in. */
export const FILER = '12345678Z'

export interface BenchTown {
  id: string
  host: string
  personId: string
}

async function found(slug: string, procedure: CompiledProcedure): Promise<void> {
  const name = `Vila ${slug}`
  const id = await foundTown({
    ...plainTown(slug, name),
    languages: ['es', 'ca', 'en'],
    demo: true,
    hosts: [],
  })
  await inTown(id, async (trx) => {
    for (const year of [2025, 2026, 2027, 2028])
      await trx.rows(`INSERT INTO calendar_years (municipality_id, year) VALUES ($1, $2)`, [id, year])
  })
  const named = { es: name, ca: name, en: name }
  await new OrganiseTown().execute(id, {
    bodies: [{ role: 'mayor', name: named, holder: 'Empar Mayor' }],
    units: [{ slug: 'general', name: named, roles: ['general'], body: 'mayor' }],
  })
  await offer(id, procedure)
  await new IssueDemoSeal().execute(id, { name, taxNumber: 'P4600000A' })
}

/** The town takes the procedure, with what the golden case that is filed says that a town has filled in. */
async function offer(id: string, procedure: CompiledProcedure): Promise<void> {
  const { slug, digest } = procedure
  const { town } = filedCase(procedure)
  if (town) unwrap(await fillIn(id, { slug, values: { tables: town.fees, values: town.values } }))
  unwrap(await new AdoptProcedure().execute(id, { slug, digest }))
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
  { prefix = 'bench', fee = false } = {}
): Promise<{ procedure: CompiledProcedure; towns: BenchTown[] }> {
  const { published } = await loadCatalogue()
  const procedure = published.find((one) => (one.fees !== null) === fee)
  if (!procedure) throw new Error(`The catalogue has no procedure ${fee ? 'with' : 'without'} a fee.`)
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
