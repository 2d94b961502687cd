import { test } from '@japa/runner'
import { AdoptProcedure } from '#catalogue/actions/adopt_procedure'
import { listProcedures } from '#catalogue/queries/list_procedures'
import { readProcedure } from '#catalogue/queries/read_procedure'
import { townProcedure } from '#catalogue/queries/town_procedure'
import { catalogueFolder } from '#catalogue/actions/load_catalogue'
import type { CompiledProcedure, Scenario } from '#catalogue/types'
import { unwrap } from '#core/result'
import { type OpenOffice, openOffice, publishedProcedures } from '#tests/support/filing'
import { fillIn } from '#tests/support/filled_in'
import { verifyTown } from '#start/verify'
import { Stage } from '#tests/support/scenario'

const SCENARIO = /^scenarios\/(.+)\.json$/

/** The golden cases of every procedure in the catalogue, as written. */
const golden: { slug: string; name: string; scenario: Scenario }[] = []
for (const { slug, folder } of await listProcedures(catalogueFolder())) {
  const files = await readProcedure(folder)
  if (!files.ok) throw new Error(`${slug} can't be read`)
  for (const [path, text] of files.value) {
    const name = SCENARIO.exec(path)?.[1]
    if (name) golden.push({ slug, name, scenario: JSON.parse(text) })
  }
}

/** The procedure as the town carries it, once it has filled in what the golden case says of it. */
async function carried(office: OpenOffice, { town }: Scenario): Promise<CompiledProcedure> {
  const { slug, digest } = office.procedure
  const municipalityId = office.test.id
  if (town?.fees || town?.values) {
    unwrap(await fillIn(municipalityId, { slug, values: { tables: town.fees, values: town.values } }))
    unwrap(await new AdoptProcedure().execute(municipalityId, { slug, digest }))
  }
  return townProcedure(municipalityId, digest)
}

test.group('The golden cases, in a real town', () => {
  for (const { slug, name, scenario } of golden) {
    test(`${slug}: ${scenario.title['en'] ?? name}`, async ({ assert }) => {
      const office = await openOffice({ holidays: scenario.town?.holidays })
      const published = (await publishedProcedures()).find((one) => one.slug === slug)!
      const procedure = await carried({ ...office, procedure: published }, scenario)
      const { state, caseId: _, ...found } = await new Stage(office, procedure, scenario).play()
      const { documents, entries, ...expected } = scenario.expect
      assert.deepEqual(found, {
        incidents: 0,
        fee: null,
        ...expected,
        documents: [...documents].sort(),
        entries: [...entries].sort(),
      })
      assert.equal(state, scenario.expect.outcome === null ? 'open' : 'closed')
      assert.deepEqual((await verifyTown(office.test.id)).violations, [])
    }).timeout(60_000)
  }
})
