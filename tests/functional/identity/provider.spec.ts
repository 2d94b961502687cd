import { test } from '@japa/runner'
import type { VerifiedIdentity } from '#identity/types'
import { auditRows } from '#tests/support/audit_rows'
import { CitizenVisitor, formIn } from '#tests/support/citizen_visitor'
import { formsIn, wordsIn } from '#tests/support/page_forms'
import { type Asked, TestProvider } from '#tests/support/provider/provider_driver'
import { testTown } from '#tests/support/town'
import { Visitor, type Answer } from '#tests/support/visitor'

const NURIA: Partial<VerifiedIdentity> = {
  identifier: '12345678Z',
  givenName: 'Núria',
  surnames: 'Ferrer "i" <Miralles>',
  email: 'nuria@example.org',
}

const REFUSED = /could not check the answer of the sign-in service/

/** Somebody who has left for a provider, and what it would post back. */
async function away(asked: Asked = 'by link', returnTo = '/folder/notifications') {
  const name = asked === 'by link' ? 'linked' : 'posted'
  const town = await testTown()
  const provider = new TestProvider(name, asked).offerTo(town)
  const citizen = new CitizenVisitor(town.host)
  const left = await citizen.get(`/sign-in/${name}?return=${encodeURIComponent(returnTo)}`)
  const sent: Record<string, string> =
    asked === 'by link'
      ? Object.fromEntries(new URL(left.headers.location!).searchParams)
      : Object.fromEntries(formsIn(left.body)[0]!.fields)
  const nonce = sent['RelayState']!
  const path = `/sign-in/${name}/answer`
  const answer = { RelayState: nonce, SAMLResponse: provider.says(NURIA, nonce) }
  return { town, provider, citizen, left, sent, nonce, path, answer }
}

/** Posts as the page of another site does: the browser brings no cookie of ours. */
function fromAfar(host: string, path: string, fields: Record<string, string>): Promise<Answer> {
  const stranger = new Visitor(host)
  return stranger.ask({
    method: 'POST',
    path,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'http://provider.example',
      'sec-fetch-site': 'cross-site',
    },
    body: new URLSearchParams(fields).toString(),
  })
}

test.group('A provider that answers by a form', () => {
  for (const asked of ['by link', 'by form'] as const)
    test(`signs somebody in who was sent to it ${asked}, and they are where they wanted to be`, async ({
      assert,
    }) => {
      const { town, provider, citizen, sent, path, answer } = await away(asked)
      assert.equal(new URL(sent['answerAt']!).pathname, path)
      const handed = await fromAfar(town.host, path, answer)
      assert.equal(handed.status, 200)
      const form = formIn(handed, path)
      assert.deepEqual(Object.fromEntries(form.fields), answer)
      const done = await citizen.send(form)
      assert.deepEqual([done.status, done.headers.location], [303, '/folder/notifications'])
      assert.include(wordsIn((await citizen.get('/folder')).body), 'Núria Ferrer "i" <Miralles>')
      const [row] = await auditRows(town.id, 'identity.signed_in')
      assert.deepInclude(row?.detail, { method: provider.name, level: 'high' })
    })

  test('may be asked by a form: the page lets it go to that site, and to no other', async ({ assert }) => {
    const { left } = await away('by form')
    assert.equal(formsIn(left.body)[0]!.action, 'http://provider.example/ask')
    assert.match(
      String(left.headers['content-security-policy']),
      /form-action 'self' http:\/\/provider\.example;/
    )
    assert.notMatch(left.body, /name="_csrf"/)
  })

  test('is given back its own fields only, on a page that nobody keeps and that begins no session', async ({
    assert,
  }) => {
    const { town, path, answer } = await away()
    const handed = await fromAfar(town.host, path, {
      ...answer,
      return_to: '/x',
      _csrf: 'x',
      evil: '<script>',
    })
    assert.deepEqual(
      formIn(handed, path).fields.map(([name]) => name),
      ['RelayState', 'SAMLResponse']
    )
    assert.isUndefined(handed.headers['set-cookie'])
    assert.equal(handed.headers['cache-control'], 'private, no-store')
    assert.match(String(handed.headers['content-security-policy']), /form-action 'self'[;$]/)
    assert.notMatch(handed.body, /<script(?![^>]* src=)/)
  })

  test('is not handed back twice, nor when it is too long: it is told what to do', async ({ assert }) => {
    const { town, citizen, path, answer } = await away()
    const { action } = formIn(await fromAfar(town.host, path, answer), path)
    const long = { ...answer, SAMLResponse: 'x'.repeat(4001) }
    const lists = `${new URLSearchParams(answer)}&RelayState=x`
    for (const lost of [
      await fromAfar(town.host, action, answer),
      await fromAfar(town.host, path, long),
      await new Visitor(town.host).submit(path, [...new URLSearchParams(lists)]),
    ]) {
      assert.equal(lost.status, 422)
      assert.isUndefined(lost.headers['set-cookie'])
      assert.match(wordsIn(lost.body), /Sign in again in this same browser/)
      assert.include(lost.body, 'href="/sign-in"')
    }
    assert.equal((await citizen.submit(path, answer)).status, 303)
  })

  test('needs no token of a page of ours; the demo does', async ({ assert }) => {
    const { town, path, answer, citizen } = await away()
    const headers = { 'x-xsrf-token': '', 'content-type': 'application/x-www-form-urlencoded' }
    const body = new URLSearchParams(answer).toString()
    assert.equal((await citizen.ask({ method: 'POST', path, headers, body })).status, 303)
    const demo = await testTown({ demo: true })
    const visitor = new CitizenVisitor(demo.host)
    await visitor.get('/sign-in')
    const refused = await visitor.ask({ method: 'POST', path: '/sign-in/demo/answer', headers, body })
    assert.equal(refused.status, 419)
    assert.notEqual(town.host, demo.host)
  })
})

test.group('An answer of a provider', () => {
  test('to another sign-in is refused, and does not end the one that is under way', async ({ assert }) => {
    const { citizen, path, provider, answer } = await away()
    const other = 'a3bb189e-8bf9-4c4f-9f0d-0a1b2c3d4e5f'
    for (const wrong of [
      { RelayState: other, SAMLResponse: provider.says(NURIA, other) },
      { SAMLResponse: answer.SAMLResponse },
      {},
    ] as Record<string, string>[]) {
      const refused = await citizen.submit(path, wrong)
      assert.equal(refused.status, 422)
      assert.match(wordsIn(refused.body), REFUSED)
    }
    assert.equal((await citizen.submit(path, answer)).status, 303)
  })

  test('that somebody else got signs nobody in: not in a browser that began nothing, nor another', async ({
    assert,
  }) => {
    const { town, path, answer, provider } = await away()
    const idle = new CitizenVisitor(town.host)
    await idle.get('/sign-in')
    assert.match(wordsIn((await idle.submit(path, answer)).body), REFUSED)
    const busy = new CitizenVisitor(town.host)
    await busy.get(`/sign-in/${provider.name}`)
    assert.match(wordsIn((await busy.submit(path, answer)).body), REFUSED)
    for (const visitor of [idle, busy]) assert.equal((await visitor.get('/folder')).status, 303)
  })

  test('is taken once, whoever has kept a copy of the session it began in', async ({ assert }) => {
    const { town, citizen, path, answer } = await away()
    const copy = new CitizenVisitor(town.host)
    copy.take(citizen)
    assert.equal((await citizen.submit(path, answer)).status, 303)
    for (const visitor of [citizen, copy]) {
      const again = await visitor.submit(path, answer)
      assert.equal(again.status, 422)
      assert.match(wordsIn(again.body), REFUSED)
    }
    assert.equal((await copy.get('/folder')).status, 303)
  })

  test('that was forged, or is of a sign-in that was cancelled, says so', async ({ assert }) => {
    const forged = await away()
    const [text] = forged.answer.SAMLResponse.split('.')
    const answer = { ...forged.answer, SAMLResponse: `${text}.AAAA` }
    assert.match(wordsIn((await forged.citizen.submit(forged.path, answer)).body), REFUSED)
    const { citizen, path, provider, nonce } = await away()
    const none = { RelayState: nonce, SAMLResponse: provider.says({}, nonce) }
    assert.match(wordsIn((await citizen.submit(path, none)).body), /You cancelled the sign-in/)
  })

  test('may come by a link, too', async ({ assert }) => {
    const { citizen, path, answer } = await away()
    const done = await citizen.get(`${path}?${new URLSearchParams(answer)}`)
    assert.deepEqual([done.status, done.headers.location], [303, '/folder/notifications'])
  })
})
