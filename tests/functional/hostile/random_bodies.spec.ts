import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import fc from 'fast-check'
import { MULTIPART, multipart } from '#tests/support/multipart'
import { NASTY_NAMES } from '#tests/support/nasty_strings'
import { ask } from '#tests/support/visitor'
import { faultOf } from './judge.js'
import { addressOf, everyRoute, isDesk } from './routes.js'
import { freshThings, openWorld, paramsOf } from './world.js'

const name = fc.oneof(
  fc.constantFrom(
    '_version',
    '_action',
    '_step',
    'reason',
    'explanation',
    'text',
    'identity',
    'officer',
    'cases'
  ),
  fc.constantFrom(...NASTY_NAMES),
  fc.string({ unit: 'binary', maxLength: 12 })
)
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.constantFrom('1', '2', 'yes')
)
const answers = fc.dictionary(name, fc.jsonValue({ maxDepth: 3 }), { maxKeys: 6 })

const body = fc.oneof(
  answers.map((value) => ({ type: 'application/json', body: JSON.stringify({ ...value, answers: value }) })),
  fc
    .string({ unit: 'binary', maxLength: 200 })
    .map((cut) => ({ type: 'application/json', body: `{"a":${cut}` })),
  fc.array(fc.tuple(name, text), { maxLength: 8 }).map((pairs) => ({
    type: 'application/x-www-form-urlencoded',
    body: new URLSearchParams(pairs).toString(),
  })),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => ({
    type: 'application/x-www-form-urlencoded',
    body: Buffer.from(bytes),
  })),
  fc
    .tuple(
      fc.array(fc.record({ name, filename: fc.option(text, { nil: undefined }), content: text }), {
        maxLength: 6,
      }),
      fc.nat(400)
    )
    .map(([parts, cut]) => ({
      type: MULTIPART,
      body: multipart(parts).subarray(0, cut < 300 ? undefined : cut),
    }))
)

test.group('Any body at all', () => {
  test('is answered, by every address that takes one', async ({ assert }) => {
    const world = await openWorld()
    const things = await freshThings(world)
    const posts = everyRoute().filter(
      ({ method, pattern }) => method !== 'GET' && !pattern.endsWith('sign-out')
    )
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...posts), body, fc.boolean(), async (route, sent, program) => {
        const visitor = isDesk(route) ? world.officer : world.citizen
        const question = {
          method: 'POST',
          path: addressOf(route, paramsOf(route, things)),
          body: sent.body,
        }
        const headers = {
          ...visitor.headers(question),
          'content-type': sent.type,
          accept: program ? 'application/json' : 'text/html',
        }
        const fault = faultOf(await ask({ ...question, headers }))
        if (fault) throw new Error(`${route.pattern}: ${fault}`)
      }),
      { numRuns: 400 }
    )
    await db.from('rate_limits').delete()
    assert.equal((await world.citizen.get('/folder')).status, 200)
  }).timeout(60_000)
})
