import { readdirSync, readFileSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { SCHEMA_NAMES } from '#catalogue/index'
import { testTown } from '#tests/support/town'
import { Visitor } from '#tests/support/visitor'

test.group('The JSON Schemas of documents', () => {
  test('are served to the editors of authors, each under its own address', async ({ assert }) => {
    const visitor = new Visitor((await testTown()).host)
    for (const name of SCHEMA_NAMES) {
      const { status, headers, body } = await visitor.get(`/schemas/${name}.json`)
      assert.equal(status, 200, name)
      assert.match(headers['content-type'] ?? '', /^application\/schema\+json/)
      assert.equal(headers['access-control-allow-origin'], '*')
      assert.equal(JSON.parse(body).$id, `/schemas/${name}.json`)
    }
  })

  test('are there for every file that names one, and for every kind that the guide tells of', async ({
    assert,
  }) => {
    const visitor = new Visitor((await testTown()).host)
    const named = ['procedures-catalog', 'resources/towns']
      .flatMap((folder) =>
        readdirSync(app.makePath(folder), { recursive: true, encoding: 'utf8' }).map(
          (name) => `${folder}/${name}`
        )
      ) // prettier-ignore
      .filter((path) => path.endsWith('.json'))
      .map((path) => JSON.parse(readFileSync(app.makePath(path), 'utf8')).$schema)
      .filter((address) => address?.startsWith('/schemas/'))
    const guide = readFileSync(app.makePath('procedures-catalog/README.md'), 'utf8')
    const told = [...guide.match(/JSON Schemas of every kind[^]*?Editors/)![0].matchAll(/`(\w+\.json)`/g)]
    assert.isAtLeast(told.length, 8)
    for (const address of new Set([...named, ...told.map(([, file]) => `/schemas/${file}`)]))
      assert.equal((await visitor.get(address)).status, 200, address)
  })

  test('are those that there are, and no file beside them', async ({ assert }) => {
    const visitor = new Visitor((await testTown()).host)
    for (const file of ['nothing.json', 'procedure', '..%2Ftowns%2Fbenialba.json', 'constructor.json'])
      assert.equal((await visitor.get(`/schemas/${file}`)).status, 404, file)
  })
})
