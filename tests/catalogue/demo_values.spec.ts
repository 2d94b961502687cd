import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { checkSchema, lint } from '#catalogue/index'
import { carry } from '#catalogue/domain/seams/carry'
import { missingOn } from '#catalogue/domain/seams/missing'
import { readValuesFile } from '#start/towns/values_file'
import { unwrap } from '#core/result'
import { CATALOGUE } from './root.js'

const FOLDER = new URL('../../resources/towns', import.meta.url).pathname
const names = readdirSync(FOLDER).filter((name) => name.endsWith('.json'))

test.group('The values of the demo towns', () => {
  for (const name of names)
    test(`fit the procedures of the catalogue, and are all that they ask for: ${name}`, async ({
      assert,
    }) => {
      const file = unwrap(await readValuesFile(join(FOLDER, 'values', name)))
      assert.deepEqual(checkSchema('values', name, file), [])
      const procedures = (await lint(CATALOGUE)).map(({ procedure }) => procedure!)
      const slugs = procedures.map(({ slug }) => slug)
      for (const slug of Object.keys(file.procedures)) assert.include(slugs, slug)
      for (const procedure of procedures) {
        const carried = carry(procedure, file.procedures[procedure.slug] ?? {})
        assert.deepEqual(
          carried.ok ? missingOn(carried.value, '2026-11-27') : carried.error,
          [],
          procedure.slug
        )
      }
    })

  test('are others in each town', async ({ assert }) => {
    const all = await Promise.all(names.map((name) => readValuesFile(join(FOLDER, 'values', name))))
    assert.lengthOf(new Set(all.map((one) => JSON.stringify(unwrap(one).procedures))), names.length)
  })
})
