import { test } from '@japa/runner'
import { uuidv7 } from '#core/ids'
import { RecordDelivery } from '#notifications/actions/record_delivery'
import { lettersToPost } from '#notifications/queries/letters'
import { notificationOf } from '#notifications/queries/notifications'
import type { DeliveryResult } from '#notifications/types'
import { auditRows } from '#tests/support/audit_rows'
import { notified, posted } from '#tests/support/notified'
import { testTown, type TestTown } from '#tests/support/town'

/** Twenty days after it was posted: an electronic one would have expired. */
const LATER = new Date('2026-07-21T09:00:00Z')

const record = (town: TestTown, notificationId: string, result: DeliveryResult, on = '2026-07-20') =>
  new RecordDelivery().execute({
    municipalityId: town.id,
    notificationId,
    actor: { kind: 'officer', id: town.officer.id },
    result,
    on,
    at: LATER,
    moved: true,
  })

const stateOf = async (town: TestTown, id: string) => notificationOf(town.id, town.person.id, id)

test.group('What became of a notification on paper', () => {
  for (const result of ['delivered', 'refused'] as const)
    test(`${result}: it counts as made on the day written down, by whom`, async ({ assert }) => {
      const town = await testTown()
      const { id } = await posted(town)
      assert.isTrue((await record(town, id, result)).ok)
      const found = await stateOf(town, id)
      assert.equal(found?.state, result)
      assert.deepInclude(found?.evidence[result], { on: '2026-07-20', officer: town.officer.id })
      assert.lengthOf(await auditRows(town.id, `notifications.${result}`), 1)
      assert.deepEqual(await record(town, id, 'delivered'), { ok: false, error: 'already_practised' })
    })

  test('returned: it is not made until it is published (Law 39/2015, art. 44)', async ({ assert }) => {
    const town = await testTown()
    const { id } = await posted(town)
    assert.deepEqual(await record(town, id, 'published'), { ok: false, error: 'not_returned' })
    assert.isTrue((await record(town, id, 'returned')).ok)
    assert.equal((await stateOf(town, id))?.state, 'available')
    assert.deepInclude((await lettersToPost(town.id))[0]?.evidence['returned'], { on: '2026-07-20' })
    assert.lengthOf(await auditRows(town.id, 'notifications.returned'), 1)
    assert.isTrue((await record(town, id, 'published', '2026-07-21')).ok)
    assert.equal((await stateOf(town, id))?.state, 'published')
  })

  test('did not happen before it was posted, nor tomorrow', async ({ assert }) => {
    const town = await testTown()
    const { id } = await posted(town)
    for (const on of ['2026-06-30', '2026-07-22'])
      assert.deepEqual(await record(town, id, 'delivered', on), { ok: false, error: 'wrong_day' })
    assert.equal((await stateOf(town, id))?.state, 'available')
  })

  test('is not said of one that is electronic, of another town, or of none', async ({ assert }) => {
    const [town, other] = [await testTown(), await testTown()]
    const { id } = await notified(town)
    assert.deepEqual(await record(town, id, 'delivered'), { ok: false, error: 'not_on_paper' })
    const { id: theirs } = await posted(other)
    for (const unknown of [theirs, uuidv7()])
      assert.deepEqual(await record(town, unknown, 'delivered'), { ok: false, error: 'not_found' })
  })
})
