import { test } from '@japa/runner'
import { listProcedures } from '#catalogue/queries/list_procedures'
import { readProcedure } from '#catalogue/queries/read_procedure'
import { catalogueFolder } from '#catalogue/actions/load_catalogue'
import type { Scenario } from '#catalogue/types'
import { carried } from '#tests/support/carried'
import { openOffice, publishedProcedures } from '#tests/support/filing'
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
        givenBack: null,
        ...expected,
        documents: [...documents].sort(),
        entries: [...entries].sort(),
      })
      assert.equal(state, scenario.expect.outcome === null ? 'open' : 'closed')
      assert.deepEqual((await verifyTown(office.test.id)).violations, [])
    }).timeout(60_000)
  }
})
