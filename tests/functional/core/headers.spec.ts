import { test } from '@japa/runner'
import { everyRoute, addressOf } from '../hostile/routes.js'
import { freshThings, openWorld, paramsOf, type World } from '../hostile/world.js'
import { Visitor, ask, type Answer } from '#tests/support/visitor'

const strict = (answer: Answer) => {
  const policy = String(answer.headers['content-security-policy'])
  return Object.fromEntries(
    policy.split(';').map((directive) => {
      const [name = '', ...values] = directive.trim().split(' ')
      return [name, values]
    })
  )
}

test.group('What browsers are told', (group) => {
  let world: World
  group.setup(async () => {
    world = await openWorld()
  })

  test('of every page: nothing foreign runs in it, nobody frames it, keeps it or learns its address', async ({
    assert,
  }) => {
    const things = await freshThings(world)
    for (const route of everyRoute().filter(({ method }) => method === 'GET')) {
      const path = addressOf(route, paramsOf(route, things))
      const visitor = path.startsWith('/desk') ? world.officer : world.citizen
      const answer = await visitor.get(path)
      const { headers } = answer
      assert.equal(headers['x-content-type-options'], 'nosniff', path)
      assert.equal(headers['referrer-policy'], 'same-origin', path)
      assert.equal(headers['cache-control'], 'private, no-store', path)
      if (path.endsWith('/html')) continue
      assert.equal(headers['x-frame-options'], 'DENY', path)
      if (headers['content-disposition']) continue
      const policy = strict(answer)
      assert.deepEqual(policy['default-src'], ["'self'"], path)
      assert.deepEqual(policy['object-src'], ["'none'"], path)
      assert.deepEqual(policy['frame-ancestors'], ["'none'"], path)
      assert.deepEqual(policy['base-uri'], ["'none'"], path)
      assert.deepEqual(policy['form-action'], ["'self'"], path)
      assert.match(policy['script-src']!.join(' '), /^'self' 'nonce-[\w-]{16,}'$/, path)
    }
  })

  test('of every refusal as well', async ({ assert }) => {
    const { host } = world.office.test
    const refusals = [
      { path: '/nowhere', status: 404 },
      { path: '/%ff', status: 404 },
      { path: '/procedures', method: 'DELETE', status: 405 },
      { path: '/', headers: { host: 'evil.example' }, status: 404 },
      { path: '/sign-out', method: 'POST', status: 419 },
      {
        path: '/sign-out',
        method: 'POST',
        body: '{',
        headers: { 'content-type': 'application/json' },
        status: 422,
      },
    ]
    for (const { status, headers, ...question } of refusals) {
      const answer = await ask({ ...question, headers: { host, accept: 'text/html', ...headers } })
      assert.equal(answer.status, status, question.path)
      assert.deepEqual(strict(answer)['frame-ancestors'], ["'none'"], question.path)
      assert.match(strict(answer)['style-src']!.join(' '), /'nonce-/)
      assert.equal(answer.headers['x-content-type-options'], 'nosniff')
      assert.equal(answer.headers['cache-control'], 'private, no-store')
    }
  })

  test('another nonce each time, and no script or style in a page without it', async ({ assert }) => {
    const nonces = new Set<string>()
    for (const path of ['/', '/', '/folder', '/nowhere', '/procedures', '/verify', '/desk/sign-in']) {
      const answer = await world.citizen.get(path)
      const nonce = /'nonce-([^']+)'/.exec(String(answer.headers['content-security-policy']))![1]!
      nonces.add(nonce)
      for (const [tag] of answer.body.matchAll(/<(script|style)\b[^>]*>/g))
        if (!/\bsrc=|type="application\/json"/.test(tag))
          assert.include(tag, `nonce="${nonce}"`, `${path} ${tag}`)
      assert.notMatch(answer.body, /\son\w+="|\sstyle="|javascript:/, path)
    }
    assert.equal(nonces.size, 7)
  })

  test('of a document: take it along, and open it as nothing of ours', async ({ assert }) => {
    const things = await freshThings(world)
    for (const [visitor, path, way, policy] of [
      [world.citizen, `/documents/${things.document}`, 'attachment', /sandbox/],
      [world.citizen, `/verify/${things.code}/original`, 'attachment', /sandbox/],
      // Who works here prints it: the browser's own viewer can't stand in a sandbox, and nothing runs without one.
      [world.officer, `/desk/documents/${things.document}`, 'inline', /^default-src 'none'/],
    ] as const) {
      const { status, headers } = await visitor.get(path)
      assert.equal(status, 200, path)
      assert.match(headers['content-disposition']!, new RegExp(`^${way}; filename="[^"]+\\.pdf"`), path)
      assert.match(String(headers['content-security-policy']), policy, path)
      assert.equal(headers['x-content-type-options'], 'nosniff', path)
      assert.equal(headers['cache-control'], 'private, no-store', path)
      assert.equal(headers['content-type'], 'application/pdf', path)
    }
  })

  test('of cookies: no script reads who is signed in, no other site sends it', async ({ assert }) => {
    const answer = await new Visitor(world.citizen.host).get('/sign-in?lang=ca')
    const cookies = answer.headers['set-cookie']!
    assert.lengthOf(cookies, 3)
    for (const cookie of cookies) {
      assert.match(cookie, /; SameSite=Lax/i, cookie)
      assert.match(cookie, /; Path=\//i, cookie)
      assert.equal(/; HttpOnly/i.test(cookie), !cookie.startsWith('XSRF-TOKEN='), cookie)
      const age = cookie.startsWith('lang=') ? 365 * 86_400 : 2 * 3600
      assert.include(cookie, `; Max-Age=${age};`, 'as the page of cookies says')
      assert.notMatch(cookie, /; Secure|; Domain/i, 'plain http here: a Secure cookie would be lost')
    }
    assert.isUndefined(answer.headers['strict-transport-security'])
  })

  test('of files of the pages: they may be kept for good', async ({ assert }) => {
    const home = await world.citizen.get('/')
    const file = /(?:href|src)="(\/assets\/[^"]+\.(?:css|js))"/.exec(home.body)?.[1]
    assert.exists(file)
    const { status, headers } = await world.citizen.get(file!)
    assert.equal(status, 200)
    assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable')
    assert.equal(headers['access-control-allow-origin'], '*')
    assert.equal(headers['x-content-type-options'], 'nosniff')
  })
})
