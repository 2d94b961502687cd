import { test } from '@japa/runner'
import { RecordDelivery } from '#notifications/actions/record_delivery'
import { TakeBack } from '#notifications/actions/take_back'
import { lettersInTray } from '#notifications/queries/letters'
import { notificationOf, notificationsOf } from '#notifications/queries/notifications'
import { auditRows } from '#tests/support/audit_rows'
import { actOn, notified, posted } from '#tests/support/notified'
import { testTown, type TestTown } from '#tests/support/town'

const LATER = new Date('2026-10-05T09:00:00Z')

const takeBack = (town: TestTown, id: string, reason = 'Silence granted it (art. 24.3.a).') =>
  new TakeBack().execute({ ...actOn(town, id, LATER), reason })

test.group('A letter that is taken back before it is posted (Law 39/2015, art. 24.3)', () => {
  test('was never made: it leaves the tray, and its addressee never sees it', async ({ assert }) => {
    const town = await testTown()
    const { id } = await posted(town)
    assert.isTrue((await takeBack(town, id)).ok)
    assert.lengthOf(await lettersInTray(town.id), 0)
    assert.isNull(await notificationOf(town.id, town.person.id, id))
    assert.lengthOf(await notificationsOf(town.id, town.person.id), 0)
  })

  test('keeps by whom and why, and is taken back once', async ({ assert }) => {
    const town = await testTown()
    const { id } = await posted(town)
    assert.deepEqual(await takeBack(town, id, ''), { ok: false, error: 'no_reason' })
    assert.isTrue((await takeBack(town, id)).ok)
    assert.deepEqual(await takeBack(town, id), { ok: false, error: 'already_practised' })
    const rows = await auditRows(town.id, 'notifications.taken_back')
    assert.deepEqual(
      rows.map(({ detail }) => Object(detail)['taken_back']),
      [{ reason: 'Silence granted it (art. 24.3.a).', at: LATER.toISOString(), officer: town.officer.id }]
    )
  })

  test('is not one that was carried to its address, nor one in the folder, nor another town’s', async ({
    assert,
  }) => {
    const [town, other] = [await testTown(), await testTown()]
    const { id } = await posted(town)
    assert.deepEqual(await takeBack(other, id), { ok: false, error: 'not_found' })
    const came = { result: 'unknown' as const, on: '2026-07-20', hour: '12:10' }
    assert.isTrue((await new RecordDelivery().execute({ ...actOn(town, id, LATER), ...came })).ok)
    assert.deepEqual(await takeBack(town, id), { ok: false, error: 'already_returned' })
    const electronic = await notified(town)
    assert.deepEqual(await takeBack(town, electronic.id), { ok: false, error: 'not_on_paper' })
  })
})
