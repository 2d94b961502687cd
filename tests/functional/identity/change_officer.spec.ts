import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { err, ok } from '#core/result'
import { ChangeOfficer, type OfficerChange } from '#identity/actions/change_officer'
import { SignInOfficer } from '#identity/actions/sign_in_officer'
import { MOST_ATTEMPTS } from '#identity/domain/lock_out'
import { isKnownBrowser } from '#identity/queries/known_browser'
import { officerById } from '#identity/queries/officers'
import { auditRows } from '#tests/support/audit_rows'
import { addOfficer, testTown } from '#tests/support/town'

const NOW = new Date()

const change = (townId: string, officerId: string, given: Partial<OfficerChange>) =>
  new ChangeOfficer().execute(townId, { officerId, at: NOW, ...given })

test.group('Somebody who works in a town', () => {
  test('is given other roles, units and position; what is not said stays, and the trail has what was', async ({
    assert,
  }) => {
    const town = await testTown()
    const { id } = await addOfficer(town.id, { roles: ['case_handler'], position: { es: 'Auxiliar' } })
    assert.deepEqual(await change(town.id, id, { roles: ['technician'], unitIds: [town.unitId] }), ok(null))
    assert.deepInclude((await officerById(town.id, id))!, {
      roles: ['technician'],
      unitIds: [town.unitId],
      position: { es: 'Auxiliar' },
    })
    const [row] = await auditRows(town.id, 'identity.officer_changed')
    assert.deepEqual([row!.subject, row!.detail], [id, { roles: ['technician'], unitIds: [town.unitId] }])
  })

  test('is given a new password, which ends what the old one opened and is in no row', async ({ assert }) => {
    const town = await testTown()
    const { id, email, password } = await addOfficer(town.id, { roles: ['case_handler'] })
    const signIn = (text: string) =>
      new SignInOfficer().execute(town.id, { email, password: text, browser: randomUUID(), at: new Date() })
    assert.deepEqual(await change(town.id, id, { password: 'la porta és oberta' }), ok(null))
    assert.equal((await signIn(password)).ok, false)
    assert.equal((await signIn('la porta és oberta')).ok, true)
    assert.isAbove((await officerById(town.id, id))!.sessionsSince.getTime(), NOW.getTime())
    assert.deepEqual((await auditRows(town.id, 'identity.officer_changed'))[0]!.detail, { password: 'new' })
  })

  test('is let in by a browser that the former password had locked, and is known by none', async ({
    assert,
  }) => {
    const town = await testTown()
    const { id, email, password } = await addOfficer(town.id, { roles: ['case_handler'] })
    const browser = randomUUID()
    const signIn = async (text: string) =>
      (await new SignInOfficer().execute(town.id, { email, password: text, browser, at: new Date() })).ok
    assert.isTrue(await signIn(password))
    for (let times = 0; times < MOST_ATTEMPTS; times++) assert.isFalse(await signIn('wrong'))
    assert.isFalse(await signIn(password))
    assert.deepEqual(await change(town.id, id, { password: 'la porta és oberta' }), ok(null))
    assert.isFalse(await isKnownBrowser(town.id, browser))
    assert.isTrue(await signIn('la porta és oberta'))
  })

  test('keeps what the town or their office can’t be without; elsewhere they are unknown', async ({
    assert,
  }) => {
    const [town, other] = [await testTown(), await testTown()]
    const { id } = town.officer
    assert.deepEqual(await change(town.id, id, { roles: ['resolver'] }), err('last_admin'))
    assert.deepEqual(await change(town.id, id, { roles: ['admin'] }), err('holds'))
    assert.deepEqual(await change(other.id, id, { roles: ['admin', 'resolver'] }), err('unknown'))
    assert.isEmpty(await auditRows(town.id, 'identity.officer_changed'))
  })
})
