import { test } from '@japa/runner'
import type { DeskVisitor } from '#tests/support/desk_visitor'
import { atTheDesk } from '#tests/support/desk_visitor'
import { goodAnswers, openOffice, type OpenOffice } from '#tests/support/filing'
import { fileAt } from '#tests/support/moved_filing'
import { addOfficer } from '#tests/support/town'

const filed = (office: OpenOffice) =>
  fileAt(office, office.procedure, { at: new Date(), answers: goodAnswers(office) })

const newest = async (officer: DeskVisitor): Promise<string> =>
  JSON.parse((await officer.get('/desk/news')).body).pulse

test.group('The news of the desk', () => {
  test('are that something happened since the page was made, and nothing else', async ({ assert }) => {
    const office = await openOffice()
    await filed(office)
    const officer = await atTheDesk(office.test, office.test.officer)
    const { props } = await officer.get('/desk/inbox')
    assert.equal(await newest(officer), props.news)
    await filed(office)
    assert.isAbove((await newest(officer)).localeCompare(props.news), 0)
    assert.equal((await officer.get('/desk/inbox')).props.news, await newest(officer))
  })

  test('of another town are none', async ({ assert }) => {
    const [office, other] = [await openOffice(), await openOffice()]
    const officer = await atTheDesk(office.test, office.test.officer)
    await filed(other)
    assert.equal(await newest(officer), '')
  })

  test('renew no session, and end with it', async ({ assert }) => {
    const office = await openOffice()
    const officer = await atTheDesk(office.test, office.test.officer)
    const { status, headers } = await officer.get('/desk/news')
    assert.deepEqual([status, headers['set-cookie']], [200, undefined])
    await officer.post('/desk/sign-out')
    assert.equal((await officer.get('/desk/news')).status, 302)
  })

  test('are for who sees cases', async ({ assert }) => {
    const office = await openOffice()
    const registrar = await atTheDesk(office.test, await addOfficer(office.town.id, { roles: ['registrar'] }))
    assert.equal((await registrar.get('/desk/news')).status, 403)
    assert.isNull((await registrar.get('/desk/registry')).props.news)
  })
})
