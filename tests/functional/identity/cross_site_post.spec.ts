import type { OutgoingHttpHeaders } from 'node:http'
import { test } from '@japa/runner'
import type { CitizenVisitor } from '#tests/support/citizen_visitor'
import { signedIn } from '#tests/support/citizen_visitor'
import { testTown, type TestTown } from '#tests/support/town'
import { Visitor } from '#tests/support/visitor'

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const AFAR = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }

/** What the page of another site has a browser post: it brings no cookie of ours (SameSite=Lax). */
const posted = ({ host }: TestTown, path: string, headers: OutgoingHttpHeaders = AFAR) =>
  new Visitor(host).ask({
    method: 'POST',
    path,
    headers: { ...FORM, ...headers },
    body: '_csrf=guessed&lang=es',
  })

test.group('A form that another site has somebody post', () => {
  test('is refused and leaves no cookie, so that whoever is signed in stays so', async ({ assert }) => {
    const town = await testTown({ demo: true })
    const citizen = await signedIn(town)
    for (const path of [
      '/sign-out',
      '/desk/sign-out',
      '/desk/sign-in',
      '/sign-in/demo/answer',
      '/procedures/x/filings',
    ])
      for (const headers of [
        AFAR,
        { origin: 'null' },
        { origin: AFAR.origin },
        { 'sec-fetch-site': 'same-site' },
      ]) {
        const answer = await posted(town, path, headers)
        assert.equal(answer.status, 419, path)
        assert.isUndefined(answer.headers['set-cookie'], `${path} ${JSON.stringify(headers)}`)
      }
    assert.equal((await citizen.get('/folder')).status, 200)
  })

  test('of our own that came too late gets a session for its fresh token', async ({ assert }) => {
    const town = await testTown({ demo: true })
    for (const headers of [{ 'sec-fetch-site': 'same-origin' }, { origin: `http://${town.host}` }, {}]) {
      const answer = await posted(town, '/sign-in/demo/answer', headers)
      assert.equal(answer.status, 419)
      assert.isNotEmpty(answer.headers['set-cookie'], JSON.stringify(headers))
    }
  })

  test('is refused with the session that it brings, too, and changes nothing of it', async ({ assert }) => {
    const citizen: CitizenVisitor = await signedIn(await testTown({ demo: true }))
    const { cookie, host } = citizen
    const path = '/sign-out'
    const answer = await new Visitor(host).ask({
      method: 'POST',
      path,
      headers: { ...FORM, ...AFAR, cookie },
      body: 'a=b',
    })
    assert.equal(answer.status, 419)
    assert.isUndefined(answer.headers['set-cookie'])
    assert.equal((await citizen.get('/folder')).status, 200)
  })
})
