import { test } from '@japa/runner'
import { practise } from '#notifications/actions/practise'
import { type NotificationPractised, onNotificationPractised } from '#notifications/events'
import { lockedNotification, notificationOf } from '#notifications/queries/notifications'
import { auditRows } from '#tests/support/audit_rows'
import { OPENED, notified } from '#tests/support/notified'
import { rowsOf } from '#tests/support/rows'
import { testTown, type TestTown } from '#tests/support/town'
import { inTown } from '#tenancy/town_transaction'

const heard: NotificationPractised[] = []
let deaf = ''

onNotificationPractised(async (_trx, event) => {
  heard.push(event)
  if (event.notification.id === deaf) throw new Error('the ear is broken')
})

const practised = (town: TestTown, id: string) =>
  inTown(town.id, async (trx) =>
    practise(trx, (await lockedNotification(trx, id))!, 'accepted', {
      at: OPENED,
      moved: true,
      actor: { kind: 'person', id: town.person.id },
      proof: { at: OPENED.toISOString() },
    })
  )

const jobsOf = (town: TestTown) => rowsOf(town.id, `SELECT 1 FROM jobs WHERE municipality_id = $1`)

test.group('A notification that counts as made', () => {
  test('is told to whoever waits for it, and no longer waits to expire', async ({ assert }) => {
    const town = await testTown()
    const { id } = await notified(town)
    assert.lengthOf(await jobsOf(town), 1)
    await practised(town, id)
    const events = heard.filter(({ notification }) => notification.id === id)
    assert.deepEqual(
      events.map(({ outcome, at, notification }) => [outcome, at, notification.state]),
      [['accepted', OPENED, 'accepted']]
    )
    assert.lengthOf(await jobsOf(town), 0)
  })

  test('is undone where one of them fails: state, trail and clock stay as they were', async ({ assert }) => {
    const town = await testTown()
    const { id } = await notified(town)
    deaf = id
    await assert.rejects(() => practised(town, id), /ear is broken/)
    assert.equal((await notificationOf(town.id, town.person.id, id))?.state, 'available')
    assert.lengthOf(await auditRows(town.id, 'notifications.accepted'), 0)
    assert.lengthOf(await jobsOf(town), 1)
  })
})
