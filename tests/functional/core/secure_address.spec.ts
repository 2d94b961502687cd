import { test } from '@japa/runner'
import { CitizenVisitor } from '#tests/support/citizen_visitor'
import { webProcess, type HouseProcess } from '#tests/support/faults/processes'
import { MULTIPART, multipart } from '#tests/support/multipart'
import { NASTY_NAMES } from '#tests/support/nasty_strings'
import { testTown, type TestTown } from '#tests/support/town'
import { ask, Visitor } from '#tests/support/visitor'

test.group('A house whose public address is https, behind a proxy', (group) => {
  let web: HouseProcess
  let town: TestTown
  group.setup(async () => {
    // Before it starts: towns are kept for a while by each process.
    town = await testTown({ demo: true })
    web = await webProcess({ PUBLIC_URL: 'https://seu.example', TRUST_PROXY: 'loopback' })
    return () => void web.kill('SIGTERM')
  })

  test('sends secure cookies, and tells browsers to come by https from now on', async ({ assert }) => {
    const citizen = new CitizenVisitor(town.host).at(web.port)
    await citizen.signIn()
    const { headers } = await citizen.get('/folder')
    assert.equal(headers['strict-transport-security'], 'max-age=15552000')
    assert.include(String(headers['content-security-policy']), 'upgrade-insecure-requests')
    for (const cookie of headers['set-cookie']!) assert.match(cookie, /; Secure/, cookie)
    const refused = await ask({ path: '/nowhere', headers: { host: town.host } }, web.port)
    assert.equal(refused.headers['strict-transport-security'], 'max-age=15552000')
  })

  test('believes the proxy that it was told to believe', async ({ assert }) => {
    const { status, body } = await ask(
      {
        path: '/about',
        headers: { host: 'inside.local', 'x-forwarded-host': town.host, 'x-forwarded-proto': 'https' },
      },
      web.port
    )
    assert.equal(status, 200)
    assert.include(body, `https://${town.host}`)
  })

  test('is the same process after uploads whose names end others (GHSA-8w45-cghr-9rh4)', async ({
    assert,
  }) => {
    const citizen = new CitizenVisitor(town.host).at(web.port)
    await citizen.signIn()
    for (const path of ['/sign-out', '/desk/sign-in', '/folder/cases/x/documents/files'])
      for (const visitor of [citizen, new Visitor(town.host).at(web.port)])
        for (const name of NASTY_NAMES) {
          const parts = [
            { name, content: 'x' },
            { name, filename: 'a.txt', content: 'x' },
          ]
          for (const cut of [undefined, 90]) {
            const { status } = await visitor.ask({
              method: 'POST',
              path,
              headers: { 'content-type': MULTIPART },
              body: multipart(parts).subarray(0, cut),
            })
            assert.isBelow(status, 500, `${path} ${name}`)
          }
        }
    assert.isTrue(web.alive)
    assert.equal((await ask({ path: '/health/live' }, web.port)).status, 200)
  })
})
