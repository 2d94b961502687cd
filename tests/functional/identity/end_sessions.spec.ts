import { test } from '@japa/runner'
import { EndSessions } from '#identity/actions/end_sessions'
import { officerById } from '#identity/queries/officers'
import { sessionsSince } from '#identity/queries/sessions_since'
import { auditRows } from '#tests/support/audit_rows'
import { testTown } from '#tests/support/town'

const NOW = new Date()

test.group('Whoever signs out', () => {
  test('is signed out everywhere: no session from before holds', async ({ assert }) => {
    const { id, person, officer } = await testTown()
    await sessionsSince(id, person.id)
    await new EndSessions().execute(id, 'person', person.id, NOW)
    assert.isAbove(await sessionsSince(id, person.id), NOW.getTime())
    await new EndSessions().execute(id, 'officer', officer.id, NOW)
    assert.isAbove((await officerById(id, officer.id))!.sessionsSince.getTime(), NOW.getTime())
    assert.deepEqual(
      (await auditRows(id, 'identity.signed_out')).map(({ actor, subject }) => [actor, subject]),
      [
        [person.id, person.id],
        [officer.id, officer.id],
      ]
    )
  })

  test('signs out nobody in another town, and leaves no row of it', async ({ assert }) => {
    const [town, other] = [await testTown(), await testTown()]
    const before = await sessionsSince(town.id, town.person.id)
    await new EndSessions().execute(other.id, 'person', town.person.id, NOW)
    await new EndSessions().execute(other.id, 'officer', town.officer.id, NOW)
    assert.equal(await sessionsSince(town.id, town.person.id), before)
    assert.lengthOf(await auditRows(other.id, 'identity.signed_out'), 0)
  })
})
