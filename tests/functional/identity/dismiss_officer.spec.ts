import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { err, ok, unwrap } from '#core/result'
import { DismissOfficer } from '#identity/actions/dismiss_officer'
import { HireOfficer } from '#identity/actions/hire_officer'
import { SignInOfficer } from '#identity/actions/sign_in_officer'
import { formerOfficersOf, officerById, officersOf } from '#identity/queries/officers'
import { auditRows } from '#tests/support/audit_rows'
import { DeskVisitor } from '#tests/support/desk_visitor'
import { addOfficer, testTown } from '#tests/support/town'

const dismiss = (townId: string, officerId: string) =>
  new DismissOfficer().execute(townId, { officerId, at: new Date() })

test.group('Somebody who works in a town no more', () => {
  test('is signed out at once and signs in no more; their row stays, and the trail has it', async ({
    assert,
  }) => {
    const town = await testTown()
    const gone = await addOfficer(town.id, { roles: ['case_handler'] })
    const visitor = new DeskVisitor(town.host)
    await visitor.signIn(gone)
    assert.equal((await visitor.get('/desk/inbox')).status, 200)
    assert.deepEqual(await dismiss(town.id, gone.id), ok(null))
    assert.match(String((await visitor.get('/desk/inbox')).headers.location), /sign-in/)
    assert.equal(
      (await new SignInOfficer().execute(town.id, { ...gone, browser: randomUUID(), at: new Date() })).ok,
      false
    )
    assert.isNull(await officerById(town.id, gone.id))
    assert.deepEqual(
      (await formerOfficersOf(town.id)).map(({ id }) => id),
      [gone.id]
    )
    assert.deepInclude((await auditRows(town.id, 'identity.officer_dismissed'))[0]!, {
      subject: gone.id,
      detail: { roles: ['case_handler'] },
    })
    assert.deepEqual(await dismiss(town.id, gone.id), err('unknown'))
  })

  test('leaves their address to whoever comes after, who is another', async ({ assert }) => {
    const town = await testTown()
    const gone = await addOfficer(town.id, { roles: ['case_handler'] })
    await dismiss(town.id, gone.id)
    const given = { ...gone, name: 'Nova Vidal', roles: ['registrar' as const], unitIds: [] }
    const id = unwrap(await new HireOfficer().execute(town.id, given))
    assert.notEqual(id, gone.id)
    assert.sameMembers(
      (await officersOf(town.id)).map((one) => one.id),
      [town.officer.id, id]
    )
  })

  test('is not the last who administers it, nor the holder of a body; elsewhere they are unknown', async ({
    assert,
  }) => {
    const [town, other] = [await testTown(), await testTown()]
    assert.deepEqual(await dismiss(town.id, town.officer.id), err('last_admin'))
    await addOfficer(town.id, { roles: ['admin'] })
    assert.deepEqual(await dismiss(town.id, town.officer.id), err('holds'))
    assert.deepEqual(await dismiss(other.id, town.officer.id), err('unknown'))
    assert.lengthOf(await officersOf(town.id), 2)
  })
})
