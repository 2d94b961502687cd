import { test } from '@japa/runner'
import { demoIdentities } from '#identity/domain/demo_identities'
import { auditRows } from '#tests/support/audit_rows'
import { CitizenVisitor, signedIn } from '#tests/support/citizen_visitor'
import { wordsIn } from '#tests/support/page_forms'
import { testTown } from '#tests/support/town'

const [AMPARO, VICENT, , JOSEP] = demoIdentities as [Id, Id, Id, Id]
type Id = (typeof demoIdentities)[number]

test.group('Signing in as a citizen', () => {
  test('leads back to the page that was asked for', async ({ assert }) => {
    const town = await testTown({ demo: true })
    const visitor = new CitizenVisitor(town.host)
    const sent = await visitor.get('/folder/notifications?lang=en')
    assert.equal(sent.status, 303)
    assert.equal(sent.headers.location, '/sign-in?return=%2Ffolder%2Fnotifications%3Flang%3Den')
    const page = await visitor.get(sent.headers.location!)
    const form = await visitor.formAt(sent.headers.location!, '/sign-in/demo/answer')
    assert.include(page.body, AMPARO.surnames)
    const done = await visitor.send(form, { identity: AMPARO.identifier })
    assert.deepEqual([done.status, done.headers.location], [303, '/folder/notifications?lang=en'])
    assert.include((await visitor.get('/folder')).body, AMPARO.givenName)
  })

  test('leads to no other site, however the address is dressed up', async ({ assert }) => {
    const town = await testTown({ demo: true })
    const away = [
      'https://evil.example/',
      '//evil.example',
      '///evil.example',
      '/\\evil.example',
      '\\/evil.example',
      '/\t/evil.example',
      '/\n/evil.example',
      ' //evil.example',
      '/%09/evil.example/..//x',
      'javascript:alert(1)',
      'data:text/html,x',
      'evil.example',
      '@evil.example',
      '/folder\r\nLocation: https://evil.example',
      `/${'x'.repeat(600)}`,
      '',
    ]
    for (const path of away.slice(0, 12)) {
      const visitor = new CitizenVisitor(town.host)
      const { headers } = await visitor.tryToSignIn(AMPARO.identifier, path)
      const target = new URL(headers.location ?? '/', `http://${town.host}`)
      assert.equal(target.host, town.host, path)
      const page = await visitor.get(`/sign-in?return=${encodeURIComponent(path)}`)
      for (const [, href = ''] of page.body.matchAll(/(?:href|action)="([^"]+)"/g))
        assert.notMatch(href, /^(https?:)?[/\\]{2}evil|^javascript/, path)
    }
    for (const path of away.slice(12)) {
      const { headers } = await new CitizenVisitor(town.host).tryToSignIn(AMPARO.identifier, path)
      assert.equal(headers.location ?? '/folder', '/folder', JSON.stringify(path))
    }
  })

  test('is by a form of ours: a link signs nobody in, and leads to the page with the ways', async ({
    assert,
  }) => {
    const town = await testTown({ demo: true })
    const visitor = new CitizenVisitor(town.host)
    const link = await visitor.get(`/sign-in/demo/answer?identity=${AMPARO.identifier}`)
    assert.equal(link.status, 422)
    const begun = await visitor.get('/sign-in/demo?return=/folder/documents')
    assert.equal(begun.headers.location, '/sign-in?return=%2Ffolder%2Fdocuments')
    assert.equal((await visitor.get(begun.headers.location!)).status, 200)
    assert.equal((await visitor.get('/folder')).status, 303)
  })

  test('as nobody we know is refused with what to do, and the ways are there again', async ({ assert }) => {
    const town = await testTown({ demo: true })
    for (const identity of ['00000001R', '', 'x', '<script>', AMPARO.identifier.toLowerCase()]) {
      const visitor = new CitizenVisitor(town.host)
      const answer = await visitor.tryToSignIn(identity)
      assert.equal(answer.status, 422, identity)
      assert.include(wordsIn(answer.body), 'We do not know that identity. Choose one from the list.')
      assert.include(answer.body, AMPARO.identifier)
    }
  })

  test('with an invented identity is for demo towns only', async ({ assert }) => {
    const town = await testTown()
    const visitor = new CitizenVisitor(town.host)
    const page = await visitor.get('/sign-in')
    assert.equal(page.status, 200)
    assert.notInclude(page.body, AMPARO.identifier)
    assert.equal((await visitor.tryToSignIn(AMPARO.identifier)).status, 404)
    assert.equal((await visitor.get('/sign-in/clave')).status, 404)
  })

  test('for an organisation shows in whose name one acts', async ({ assert }) => {
    const town = await testTown({ demo: true })
    const visitor = await new CitizenVisitor(town.host).signIn(JOSEP)
    assert.include((await visitor.get('/folder')).body, JOSEP.organisation!.name)
  })

  test('needs the page’s token', async ({ assert }) => {
    const town = await testTown({ demo: true })
    const answer = await new CitizenVisitor(town.host).submit('/sign-in/demo/answer', {
      identity: AMPARO.identifier,
    })
    assert.equal(answer.status, 419)
  })

  test('leaves an audit row that says who and by what means', async ({ assert }) => {
    const town = await testTown({ demo: true })
    await signedIn(town)
    const [row, ...more] = await auditRows(town.id, 'identity.signed_in')
    assert.lengthOf(more, 0)
    assert.equal(row?.actor, town.person.id)
    assert.deepInclude(row?.detail, { method: 'demo', level: 'substantial' })
  })

  test('is refused to an address that tries too often, with how long to wait', async ({ assert }) => {
    const town = await testTown({ demo: true })
    const visitor = new CitizenVisitor(town.host)
    await visitor.get('/sign-in')
    const statuses = []
    for (let tries = 0; tries < 31; tries++)
      statuses.push((await visitor.submit('/sign-in/demo/answer', { identity: 'x' })).status)
    assert.deepEqual(statuses, [...Array(30).fill(422), 429])
    const answer = await visitor.submit('/sign-in/demo/answer', { identity: AMPARO.identifier })
    assert.isAbove(Number(answer.headers['retry-after']), 0)
    assert.match(wordsIn(answer.body), /Wait \d+ seconds and try again/)
    assert.equal((await signedIn(await testTown({ demo: true }))).host.endsWith('.localhost'), true)
  })
})

test.group('A session', () => {
  test('gets another id at the sign-in: one that was planted before opens nothing', async ({ assert }) => {
    const town = await testTown({ demo: true })
    const planter = new CitizenVisitor(town.host)
    await planter.get('/sign-in')
    const victim = new CitizenVisitor(town.host)
    victim.take(planter)
    const before = victim.cookieNamed('finestra')
    await victim.signIn(VICENT)
    assert.notEqual(victim.cookieNamed('finestra'), before)
    assert.equal((await victim.get('/folder')).status, 200)
    assert.equal((await planter.get('/folder')).status, 303)
  })

  test('ends at the sign-out, for whoever copied it too, and a new one begins', async ({ assert }) => {
    const town = await testTown({ demo: true })
    const citizen = await signedIn(town)
    const thief = new CitizenVisitor(town.host)
    thief.take(citizen)
    const elsewhere = await signedIn(town)
    assert.equal((await thief.get('/folder')).status, 200)
    const out = await citizen.send(await citizen.formAt('/folder', '/sign-out'))
    assert.deepEqual([out.status, out.headers.location], [303, '/'])
    for (const visitor of [citizen, thief, elsewhere])
      assert.equal((await visitor.get('/folder')).status, 303)
    assert.notInclude((await thief.get('/')).body, AMPARO.surnames)
    assert.lengthOf(await auditRows(town.id, 'identity.signed_out'), 1)
    assert.equal((await (await signedIn(town)).get('/folder')).status, 200)
  })

  test('of one person is not ended by another’s', async ({ assert }) => {
    const town = await testTown({ demo: true })
    const [amparo, vicent] = [await signedIn(town, 0), await signedIn(town, 1)]
    await amparo.submit('/sign-out')
    assert.equal((await vicent.get('/folder')).status, 200)
  })

  test('is of one town: the same person signs in in each', async ({ assert }) => {
    const [town, other] = [await testTown({ demo: true }), await testTown({ demo: true })]
    const citizen = await signedIn(town)
    const answer = await citizen.ask({ path: '/folder', headers: { host: other.host } })
    assert.equal(answer.status, 303)
  })

  test('that ended while a form was open leads back to the form', async ({ assert }) => {
    const town = await testTown({ demo: true })
    const citizen = await signedIn(town)
    await citizen.get('/')
    await (await signedIn(town)).submit('/sign-out')
    const posted = await citizen.ask({
      method: 'POST',
      path: '/filings/x/discard',
      headers: { referer: `http://${town.host}/filings/x/discard?lang=ca` },
    })
    assert.equal(posted.headers.location, '/sign-in?return=%2Ffilings%2Fx%2Fdiscard%3Flang%3Dca')
    const foreign = await citizen.ask({
      method: 'POST',
      path: '/filings/x/discard',
      headers: { referer: 'https://evil.example/x' },
    })
    assert.equal(foreign.headers.location, '/sign-in?return=%2Ffolder')
  })
})
