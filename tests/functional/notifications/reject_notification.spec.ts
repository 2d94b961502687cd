import { test } from '@japa/runner'
import { RejectNotification } from '#notifications/actions/reject_notification'
import { notificationOf } from '#notifications/queries/notifications'
import { auditRows } from '#tests/support/audit_rows'
import { answerOf, notified } from '#tests/support/notified'
import { testTown } from '#tests/support/town'
import { workUntil } from '#tests/support/worker'

test.group('A notification that is refused (Law 39/2015, art. 41.5)', () => {
  test('counts as made at once, and the trail keeps who refused', async ({ assert }) => {
    const town = await testTown()
    const { id } = await notified(town)
    const answer = await new RejectNotification().execute(answerOf(town, id))
    assert.equal(answer.ok && answer.value.state, 'rejected')
    assert.deepEqual(await workUntil(town.id, new Date('2026-08-01T00:00:00Z')), [])
    assert.equal((await notificationOf(town.id, town.person.id, id))?.state, 'rejected')
    const rows = await auditRows(town.id, 'notifications.rejected')
    assert.lengthOf(rows, 1)
    assert.deepInclude(rows[0]!, { actor: town.person.id, subject: id })
    assert.equal(rows[0]!.detail.rejected.level, 'substantial')
  })
})
