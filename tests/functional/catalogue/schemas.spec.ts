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

  test('are those that there are, and no file beside them', async ({ assert }) => {
    const visitor = new Visitor((await testTown()).host)
    for (const file of ['nothing.json', 'procedure', '..%2Ftowns%2Fbenialba.json', 'constructor.json'])
      assert.equal((await visitor.get(`/schemas/${file}`)).status, 404, file)
  })
})
