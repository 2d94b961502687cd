import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { newVerificationCode } from '#documents/queries/verification_codes'
import { uuidv7 } from '#core/ids'
import { signedIn } from '#tests/support/citizen_visitor'
import { atTheDesk } from '#tests/support/desk_visitor'
import { openOffice } from '#tests/support/filing'
import { addOfficer, type TestTown } from '#tests/support/town'
import { Visitor, type Answer } from '#tests/support/visitor'
import { addressOf, everyRoute, isDesk, type Route } from './routes.js'
import { freshThings, openWorld, paramsOf, type Things, type World } from './world.js'

const ROLES = ['case_handler', 'technician', 'resolver', 'registrar', 'treasurer', 'admin']

/** What differs between two answers to the same question: hour, tokens, and the number of the request. */
const PASSING: [RegExp, string][] = [
  [/nonce="[^"]*"|"nonce":"[^"]*"/g, 'nonce'],
  [/value='[^']*'|_csrf=[\w-]+|"csrf":"[^"]*"/g, 'token'],
  [/"instance":"[^"]*"|<span class="fin-code">[^<]*<\/span>/g, 'reference'],
  [/<time[^>]*>[^<]*<\/time>|"officialTime":\{[^}]*\}/g, 'clock'],
]

/** An answer as somebody who compares would see it, with the thing they asked for left out. */
function seen({ status, headers, body }: Answer, asked: string[]): string {
  const { location = '', 'content-type': type = '', 'cache-control': cache = '' } = headers
  const plain = PASSING.reduce((text, [pattern, name]) => text.replace(pattern, name), body)
  return asked
    .filter(Boolean)
    .reduce((text, id) => text.replaceAll(id, '<id>'), [status, location, type, cache, plain].join('\n'))
}

const nothing = (): Things => ({
  ...(Object.fromEntries(
    ['draft', 'filing', 'case', 'task', 'document', 'notification', 'notice', 'upload', 'incident'].map(
      (name) => [name, uuidv7()]
    )
  ) as unknown as Things),
  code: newVerificationCode(Date.now()),
})

/** Routes that name something of somebody: an id, or a printed code. */
const naming = () =>
  everyRoute().filter(({ params }) => params.some((name) => ['id', 'code', 'task', 'upload'].includes(name)))

async function differences(
  who: string,
  visitor: Visitor,
  things: Things,
  routes: Route[]
): Promise<string[]> {
  const told: string[] = []
  for (const route of routes) {
    const theirs = paramsOf(route, things)
    const absent = paramsOf(route, { ...nothing(), slug: things.slug, page: things.page })
    for (const accept of ['text/html', 'application/json']) {
      const answers: string[] = []
      for (const params of [theirs, absent]) {
        const answer = await visitor.ask({
          method: route.method,
          path: addressOf(route, params),
          headers: { accept },
        })
        answers.push(seen(answer, Object.values(params)))
      }
      if (answers[0] === answers[1]) continue
      const line = answers[0]!.split('\n').find((text, index) => text !== answers[1]!.split('\n')[index])
      told.push(`${who}: ${route.method} ${route.pattern} (${accept}): ${line?.trim().slice(0, 120)}`)
    }
  }
  return told
}

/** A gateway has no session and no token: its signature is its proof. */
const isOfGateway = ({ pattern }: Route) => pattern.startsWith('/payments/answers/')

/** What was filed anonymously is nobody’s who signs in: a code opens it, and its own specs try that door. */
const isByCode = ({ pattern }: Route) => pattern.startsWith('/follow-up')

test.group('What is somebody else’s', (group) => {
  let world: World
  let elsewhere: TestTown
  group.setup(async () => {
    world = await openWorld()
    elsewhere = (await openOffice({ demo: true })).test
  })

  test('answers a person of the same town exactly like what is not there', async ({ assert }) => {
    const things = await freshThings(world)
    const other = await signedIn(world.office.test, 1)
    const routes = naming().filter((route) => !isDesk(route) && !route.params.includes('code'))
    assert.isAbove(routes.length, 15)
    assert.deepEqual(await differences('another person', other, things, routes), [])
  })

  test('is there for whoever it belongs to', async ({ assert }) => {
    const things = await freshThings(world)
    for (const route of naming().filter((one) => one.method === 'GET' && !isDesk(one))) {
      if (route.pattern.includes('corrections') || route.pattern.includes('/notifications/')) continue
      if (isByCode(route)) continue
      const answer = await world.citizen.get(addressOf(route, paramsOf(route, things)))
      assert.isBelow(answer.status, 400, route.pattern)
    }
  })

  test('answers everybody of another town exactly like what is not there', async ({ assert }) => {
    const things = await freshThings(world)
    const strangers: [string, Visitor][] = [
      ['nobody', new Visitor(elsewhere.host)],
      ['a citizen', await signedIn(elsewhere)],
    ]
    for (const role of ROLES)
      strangers.push([role, await atTheDesk(elsewhere, await addOfficer(elsewhere.id, { roles: [role] }))])
    assert.isAbove(naming().length, 25)
    const told: string[] = []
    for (const [who, visitor] of strangers) {
      // Each of them would have a limit of their own; here they share an address.
      await db.from('rate_limits').delete()
      told.push(...(await differences(who, visitor, things, naming())))
    }
    assert.deepEqual(told, [])
  }).timeout(60_000)

  test('is not opened by the session of another town', async ({ assert }) => {
    const things = await freshThings(world)
    const citizen = await signedIn(elsewhere)
    const officer = await atTheDesk(elsewhere, elsewhere.officer)
    for (const route of naming().filter(
      ({ method, params }) => method === 'GET' && !params.includes('code')
    )) {
      const visitor = isDesk(route) ? officer : citizen
      const answer = await visitor.ask({
        path: addressOf(route, paramsOf(route, things)),
        headers: { host: world.office.test.host },
      })
      if (isByCode(route)) {
        assert.oneOf(answer.headers.location ?? answer.status, ['/follow-up', 404], route.pattern)
        continue
      }
      assert.oneOf(answer.status, [302, 303], route.pattern)
      assert.match(answer.headers.location!, /^\/(desk\/)?sign-in\?return=/)
    }
  })

  test('is done by no post without a token of ours, whoever is signed in', async ({ assert }) => {
    const things = await freshThings(world)
    const posts = everyRoute().filter((route) => route.method !== 'GET' && !isOfGateway(route))
    assert.isAbove(posts.length, 20)
    for (const route of posts) {
      const visitor = isDesk(route) ? world.officer : world.citizen
      for (const token of ['', 'x', 'a'.repeat(40)]) {
        const answer = await visitor.ask({
          method: route.method,
          path: `${addressOf(route, paramsOf(route, things))}?_csrf=${token}`,
          headers: {
            'x-xsrf-token': token,
            origin: 'https://evil.example',
            'content-type': 'application/x-www-form-urlencoded',
          },
          body: `_csrf=${token}&_version=1`,
        })
        assert.equal(answer.status, 419, `${route.method} ${route.pattern}`)
      }
    }
    assert.equal((await world.citizen.get('/folder')).status, 200)
    assert.equal((await world.officer.get('/desk/inbox')).status, 200)
  })

  test('can be done by nobody who is not signed in', async ({ assert }) => {
    const things = await freshThings(world)
    const nobody = new Visitor(world.office.test.host)
    await nobody.get('/')
    const open =
      /^\/(sign-in|sign-out|desk\/sign-(in|out)|payments\/answers|demo-gateway|follow-up|procedures\/[^/]+\/anonymous-filings)/
    for (const route of everyRoute().filter(
      ({ method, pattern }) => method !== 'GET' && !open.test(pattern)
    )) {
      const path = addressOf(route, paramsOf(route, things))
      const program = await nobody.ask({
        method: route.method,
        path,
        headers: { accept: 'application/json' },
      })
      assert.equal(program.status, 401, path)
      assert.equal(JSON.parse(program.body).type, 'urn:finestra:problem:E_SIGN_IN')
    }
  })
})
