import { test } from '@japa/runner'
import { AcceptNotification } from '#notifications/actions/accept_notification'
import { notificationOf } from '#notifications/queries/notifications'
import { auditRows } from '#tests/support/audit_rows'
import { AVAILABLE, OPENED, SHA, answerOf, notified } from '#tests/support/notified'
import { testTown } from '#tests/support/town'
import { workUntil } from '#tests/support/worker'

test.group('A notification that is opened (Law 39/2015, art. 43.2; RD 203/2021, art. 42)', () => {
  test('keeps who opened it, when, how surely, and the digest of what they opened', async ({ assert }) => {
    const town = await testTown()
    const { id } = await notified(town)
    assert.isTrue((await new AcceptNotification().execute(answerOf(town, id))).ok)
    const kept = await notificationOf(town.id, town.person.id, id)
    assert.equal(kept?.state, 'accepted')
    assert.deepEqual(kept?.actedAt, OPENED)
    assert.deepInclude(kept?.evidence as any, {
      available: { at: AVAILABLE.toISOString() },
      accepted: {
        at: OPENED.toISOString(),
        identifier: town.person.identifier,
        level: 'substantial',
        method: 'demo',
      },
    })
    assert.equal((kept?.evidence['document'] as any).sha256, SHA)
    const [row] = await auditRows(town.id, 'notifications.accepted')
    assert.deepInclude(row!, { actor: town.person.id, subject: id })
  })

  test('twice is opened once, and expires no more', async ({ assert }) => {
    const town = await testTown()
    const { id } = await notified(town)
    await new AcceptNotification().execute(answerOf(town, id))
    const again = await new AcceptNotification().execute(answerOf(town, id, new Date('2026-07-03T09:15:00Z')))
    assert.deepEqual(again.ok && again.value.actedAt, OPENED)
    assert.deepEqual(await workUntil(town.id, new Date('2026-08-01T00:00:00Z')), [])
    assert.equal((await notificationOf(town.id, town.person.id, id))?.state, 'accepted')
    assert.lengthOf(await auditRows(town.id, 'notifications.accepted'), 1)
  })
})
