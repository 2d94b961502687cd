import { test } from '@japa/runner'
import { err, ok } from '#core/result'
import { NameHolder } from '#identity/actions/name_holder'
import { officerById } from '#identity/queries/officers'
import { bodyFor } from '#tenancy/queries/bodies_and_units'
import { auditRows } from '#tests/support/audit_rows'
import { addOfficer, testTown } from '#tests/support/town'

const name = (townId: string, officerId: string | null, body = 'mayor') =>
  new NameHolder().execute(townId, { body, officerId })

test.group('Whoever holds the office of a body', () => {
  test('is named in the place of whoever did; documents name them, and the trail has it, once', async ({
    assert,
  }) => {
    const town = await testTown()
    assert.equal((await bodyFor(town.id, 'mayor'))!.holder, 'Empar Mayor')
    const next = await addOfficer(town.id, { roles: ['resolver'], name: 'Remei Soler' })
    assert.deepEqual([await name(town.id, next.id), await name(town.id, next.id)], [ok(true), ok(false)])
    assert.deepEqual((await officerById(town.id, next.id))!.holds, ['mayor'])
    assert.deepEqual((await officerById(town.id, town.officer.id))!.holds, [])
    assert.equal((await bodyFor(town.id, 'mayor'))!.holder, 'Remei Soler')
    assert.deepEqual(
      (await auditRows(town.id, 'identity.holder_named')).map(({ subject, detail }) => [subject, detail]),
      [['mayor', { officer: next.id, before: [town.officer.id] }]]
    )
  })

  test('is nobody where it is left vacant', async ({ assert }) => {
    const town = await testTown()
    assert.deepEqual(await name(town.id, null), ok(true))
    assert.isNull((await bodyFor(town.id, 'mayor'))!.holder)
    assert.deepEqual((await officerById(town.id, town.officer.id))!.holds, [])
  })

  test('must be able to decide, and of the same town; the body must be there', async ({ assert }) => {
    const [town, other] = [await testTown(), await testTown()]
    const clerk = await addOfficer(town.id, { roles: ['case_handler'] })
    assert.deepEqual(await name(town.id, clerk.id), err({ code: 'role', role: 'resolver' }))
    assert.deepEqual(await name(town.id, clerk.id, 'secretary'), err({ code: 'role', role: 'secretary' }))
    assert.deepEqual(await name(other.id, town.officer.id), err({ code: 'unknown' }))
    assert.deepEqual(await name(town.id, town.officer.id, 'plenary'), err({ code: 'no_body' }))
    assert.isEmpty(await auditRows(town.id, 'identity.holder_named'))
  })
})
