import { test } from '@japa/runner'
import { AppointHolder } from '#identity/actions/appoint_holder'
import { officerById } from '#identity/queries/officers'
import { auditRows } from '#tests/support/audit_rows'
import { addOfficer, testTown } from '#tests/support/town'

test.group('Whoever holds an office', () => {
  test('is said once, and leaves a row; in another town nobody is appointed', async ({ assert }) => {
    const [town, other] = [await testTown(), await testTown()]
    const { id: officerId } = await addOfficer(town.id, { roles: ['resolver'] })
    const appoint = (townId: string) =>
      new AppointHolder().execute(townId, { officerId, holds: ['mayor', 'council'] })
    assert.deepEqual(
      [await appoint(other.id), await appoint(town.id), await appoint(town.id)],
      [false, true, false]
    )
    assert.deepEqual((await officerById(town.id, officerId))!.holds, ['mayor', 'council'])
    const rows = await auditRows(town.id, 'identity.holder_appointed')
    assert.deepEqual(
      rows.map(({ subject, detail }) => [subject, detail]),
      [[officerId, { holds: ['mayor', 'council'] }]]
    )
  })
})
