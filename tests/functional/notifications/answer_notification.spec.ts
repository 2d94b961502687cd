import { test } from '@japa/runner'
import { uuidv7 } from '#core/ids'
import { answerNotification } from '#notifications/actions/answer_notification'
import { notificationOf } from '#notifications/queries/notifications'
import { auditRows } from '#tests/support/audit_rows'
import { addresseeIn, answerOf, notified } from '#tests/support/notified'
import { addPerson, testTown } from '#tests/support/town'

test.group('The answer to a notification', () => {
  test('is nobody else’s: a neighbour finds nothing, nor does another town', async ({ assert }) => {
    const [town, other] = [await testTown(), await testTown()]
    const neighbour = await addPerson(town.id)
    const { id } = await notified(town)
    const given = answerOf(town, id)
    for (const answer of ['accepted', 'rejected'] as const)
      for (const foreign of [
        { ...given, addressee: { ...addresseeIn(town), personId: neighbour.id } },
        { ...given, municipalityId: other.id },
        { ...given, notificationId: uuidv7() },
      ])
        assert.deepEqual(await answerNotification(answer, foreign), { ok: false, error: 'not_found' })
    assert.equal((await notificationOf(town.id, town.person.id, id))?.state, 'available')
    assert.lengthOf(await auditRows(town.id, 'notifications.accepted'), 0)
  })

  test('that came first stands: what was opened can’t be refused, nor the other way', async ({ assert }) => {
    const town = await testTown()
    for (const [first, second] of [
      ['accepted', 'rejected'],
      ['rejected', 'accepted'],
    ] as const) {
      const given = answerOf(town, (await notified(town)).id)
      assert.isTrue((await answerNotification(first, given)).ok)
      assert.deepEqual(await answerNotification(second, given), { ok: false, error: 'already_practised' })
    }
  })

  test('is one, though both buttons are pressed at once', async ({ assert }) => {
    const town = await testTown()
    const given = answerOf(town, (await notified(town)).id)
    const both = await Promise.all([
      answerNotification('accepted', given),
      answerNotification('rejected', given),
    ])
    assert.lengthOf(
      both.filter(({ ok }) => ok),
      1
    )
  })
})
