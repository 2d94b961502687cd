import { test } from '@japa/runner'
import { uuidv7 } from '#core/ids'
import { AcceptNotification } from '#notifications/actions/accept_notification'
import { makeAvailable } from '#notifications/actions/make_available'
import { notificationOf, notificationsOf } from '#notifications/queries/notifications'
import { auditRows } from '#tests/support/audit_rows'
import { AVAILABLE, SHA, answerOf, notified } from '#tests/support/notified'
import { countOf } from '#tests/support/rows'
import { addPerson, testTown } from '#tests/support/town'
import { workUntil } from '#tests/support/worker'
import { calendarOf } from '#tenancy/queries/calendar'
import { inTown } from '#tenancy/town_transaction'

test.group('A document made available (Law 39/2015, art. 43)', () => {
  test('can be opened for ten natural days, also if the last one is closed', async ({ assert }) => {
    const town = await testTown()
    const made = await notified(town)
    assert.equal(made.lastDay, '2026-07-11')
    assert.equal(made.expiresAt, '2026-07-11T22:00:00.000Z')
    assert.deepEqual(
      (await notificationsOf(town.id, town.person.id)).map(({ state }) => state),
      ['available']
    )
  })

  test('meets the duty to notify at that moment: the trail keeps when, and of what', async ({ assert }) => {
    const town = await testTown()
    const { id } = await notified(town)
    const [row] = await auditRows(town.id, 'notifications.made_available')
    assert.deepInclude(row!, { actor: 'system', subject: id })
    assert.equal(row!.detail.document.sha256, SHA)
    assert.deepEqual(row!.detail.available, { at: AVAILABLE.toISOString() })
  })

  test('and not opened in ten days counts as rejected, and can be opened no more', async ({ assert }) => {
    const town = await testTown()
    const { id, expiresAt } = await notified(town)
    const end = new Date(expiresAt)
    assert.deepEqual(await workUntil(town.id, new Date(end.getTime() - 1)), [])
    assert.equal((await notificationOf(town.id, town.person.id, id))?.state, 'available')
    // The worker may be late; the term is not.
    const late = await new AcceptNotification().execute(answerOf(town, id, end))
    assert.deepEqual(late, { ok: false, error: 'already_practised' })
    assert.deepEqual(await workUntil(town.id, end), [])
    assert.equal((await notificationOf(town.id, town.person.id, id))?.state, 'expired')
    assert.lengthOf(await auditRows(town.id, 'notifications.expired'), 1)
  })

  test('is not available where its transaction fails, and no clock runs', async ({ assert }) => {
    const town = await testTown()
    const calendar = await calendarOf(town.id)
    await assert.rejects(() =>
      inTown(town.id, async (trx) => {
        const given = {
          caseId: uuidv7(),
          personId: town.person.id,
          document: { id: uuidv7(), sha256: SHA },
          entryId: null,
          key: 'k',
          subject: 'Resolution',
        }
        await makeAvailable(trx, { ...given, calendar, at: AVAILABLE })
        throw new Error('the power went')
      })
    )
    assert.lengthOf(await notificationsOf(town.id, town.person.id), 0)
    assert.equal(await countOf(town.id, 'jobs'), 0)
  })

  test('is its addressee’s alone', async ({ assert }) => {
    const [town, other] = [await testTown(), await testTown()]
    const { id } = await notified(town)
    const neighbour = await addPerson(town.id)
    assert.isNull(await notificationOf(town.id, neighbour.id, id))
    assert.isNull(await notificationOf(other.id, town.person.id, id))
    assert.lengthOf(await notificationsOf(town.id, neighbour.id), 0)
  })
})
