import { test } from '@japa/runner'
import encryption from '@adonisjs/core/services/encryption'
import { SESSION_AGE_MS, SESSION_COOKIE, SESSION_RENEWED_MS } from '#config/session'
import { signedIn, type CitizenVisitor } from '#tests/support/citizen_visitor'
import { testTown } from '#tests/support/town'
import { Visitor } from '#tests/support/visitor'

/** The session of a visitor as it would be, had it been sealed so long ago. */
function agedBy(citizen: CitizenVisitor, ms: number): string {
  const sealed = decodeURIComponent(citizen.cookieNamed(SESSION_COOKIE)!).slice(2)
  const { at, values } = encryption.decrypt<{ at: number; values: object }>(sealed, SESSION_COOKIE)!
  const aged = encryption.encrypt({ at: at - ms, values }, undefined, SESSION_COOKIE)
  return `${SESSION_COOKIE}=${encodeURIComponent(`e:${aged}`)}`
}

const sessionIn = (lines: string[] = []) => lines.filter((line) => line.startsWith(`${SESSION_COOKIE}=`))

test.group('A session', () => {
  test('is one cookie, sealed anew where it changed or after five minutes, and not with every page', async ({
    assert,
  }) => {
    const citizen = await signedIn(await testTown({ demo: true }))
    assert.lengthOf(
      citizen.jar().filter(({ name }) => name !== 'XSRF-TOKEN'),
      1
    )
    const soon = await citizen.get('/folder')
    assert.lengthOf(sessionIn(soon.headers['set-cookie']), 0)
    const visit = (cookie: string) => new Visitor(citizen.host).ask({ path: '/folder', headers: { cookie } })
    const later = await visit(agedBy(citizen, SESSION_RENEWED_MS))
    assert.equal(later.status, 200)
    assert.lengthOf(sessionIn(later.headers['set-cookie']), 1)
  })

  test('ends two hours after the last visit, whoever kept its cookie', async ({ assert }) => {
    const citizen = await signedIn(await testTown({ demo: true }))
    const visit = (cookie: string) => new Visitor(citizen.host).ask({ path: '/folder', headers: { cookie } })
    assert.equal((await visit(agedBy(citizen, SESSION_AGE_MS - 60_000))).status, 200)
    const late = await visit(agedBy(citizen, SESSION_AGE_MS))
    assert.deepEqual([late.status, late.headers.location], [303, '/sign-in?return=%2Ffolder'])
  })

  test('that was ended is over at once for the same cookie, though it was read a moment ago', async ({
    assert,
  }) => {
    const citizen = await signedIn(await testTown({ demo: true }))
    const thief = new Visitor(citizen.host)
    thief.take(citizen)
    await citizen.submit('/sign-out')
    assert.isUndefined(citizen.cookieNamed(SESSION_COOKIE))
    assert.equal((await thief.get('/folder')).status, 303)
  })

  test('is nobody else’s: what one request changes, no other one reads', async ({ assert }) => {
    const citizen = await signedIn(await testTown({ demo: true }))
    const copy = new Visitor(citizen.host)
    copy.take(citizen)
    await citizen.get('/sign-in/demo?return=/folder/documents')
    assert.equal((await copy.get('/folder')).status, 200)
  })
})
