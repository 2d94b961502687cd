import { test } from '@japa/runner'
import { AcceptNotification } from '#notifications/actions/accept_notification'
import { PutAside } from '#notifications/actions/put_aside'
import { RecordDelivery } from '#notifications/actions/record_delivery'
import { letterCount, lettersInTray } from '#notifications/queries/letters'
import { notificationOf } from '#notifications/queries/notifications'
import { auditRows } from '#tests/support/audit_rows'
import { actOn, answerOf, notified, OPENED, posted } from '#tests/support/notified'
import { testTown, type TestTown } from '#tests/support/town'

const LATER = new Date('2026-07-06T09:00:00Z')

const putAside = (town: TestTown, id: string) => new PutAside().execute(actOn(town, id, LATER))

test.group('A letter that is opened in the folder before it is delivered (Law 39/2015, art. 41.7)', () => {
  test('counts from then, and waits in the tray for somebody to see it', async ({ assert }) => {
    const town = await testTown()
    const { id } = await posted(town)
    assert.isTrue((await new AcceptNotification().execute(answerOf(town, id))).ok)
    const [letter, ...others] = await lettersInTray(town.id)
    assert.isEmpty(others)
    assert.deepInclude(letter, { id, state: 'accepted', actedAt: OPENED })
    assert.equal(await letterCount(town.id), 1)
  })

  test('is put aside once, by somebody whom the trail names, and stays as it was made', async ({
    assert,
  }) => {
    const town = await testTown()
    const { id } = await posted(town)
    await new AcceptNotification().execute(answerOf(town, id))
    for (let times = 0; times < 2; times++) assert.isTrue((await putAside(town, id)).ok)
    assert.lengthOf(await lettersInTray(town.id), 0)
    assert.equal(await letterCount(town.id), 0)
    assert.deepInclude(await notificationOf(town.id, town.person.id, id), {
      state: 'accepted',
      actedAt: OPENED,
    })
    assert.deepEqual(
      (await auditRows(town.id, 'notifications.put_aside')).map(({ actor, detail }) => ({ actor, detail })),
      [{ actor: town.officer.id, detail: { at: LATER.toISOString(), officer: town.officer.id } }]
    )
  })

  test('after it came back need not be published either', async ({ assert }) => {
    const town = await testTown()
    const { id } = await posted(town)
    const came = { result: 'unknown' as const, on: '2026-07-01', hour: '12:10' }
    assert.isTrue((await new RecordDelivery().execute({ ...actOn(town, id, LATER), ...came })).ok)
    await new AcceptNotification().execute(answerOf(town, id))
    assert.lengthOf(await lettersInTray(town.id), 1)
    assert.isTrue((await putAside(town, id)).ok)
    assert.lengthOf(await lettersInTray(town.id), 0)
  })

  test('is not one that nobody opened, nor one in the folder only, nor another town’s', async ({
    assert,
  }) => {
    const [town, other] = [await testTown(), await testTown()]
    const { id } = await posted(town)
    assert.deepEqual(await putAside(town, id), { ok: false, error: 'not_opened' })
    assert.deepEqual(await putAside(other, id), { ok: false, error: 'not_found' })
    const electronic = await notified(town)
    await new AcceptNotification().execute(answerOf(town, electronic.id))
    assert.deepEqual(await putAside(town, electronic.id), { ok: false, error: 'not_on_paper' })
    assert.lengthOf(await lettersInTray(town.id), 1)
  })
})
