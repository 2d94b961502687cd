import { test } from '@japa/runner'
import { uuidv7 } from '#core/ids'
import { RecordDelivery } from '#notifications/actions/record_delivery'
import { lettersInTray } from '#notifications/queries/letters'
import { notificationOf } from '#notifications/queries/notifications'
import type { Delivery, DeliveryResult } from '#notifications/types'
import { auditRows } from '#tests/support/audit_rows'
import { actOn, notified, posted } from '#tests/support/notified'
import { testTown, type TestTown } from '#tests/support/town'

/** Twenty days after it was posted: an electronic one would have expired. */
const LATER = new Date('2026-07-21T09:00:00Z')

const record = (
  town: TestTown,
  notificationId: string,
  result: DeliveryResult,
  said: Partial<Delivery> = {}
) =>
  new RecordDelivery().execute({
    ...actOn(town, notificationId, LATER),
    result,
    on: '2026-07-20',
    hour: '12:10',
    ...(result === 'returned' ? { first: FIRST, hour: '17:30' } : {}),
    ...said,
  })

/** A Friday: the third working day after it is a Wednesday. */
const FIRST = { on: '2026-07-17', hour: '10:05' }

const stateOf = async (town: TestTown, id: string) => notificationOf(town.id, town.person.id, id)

test.group('What became of a notification on paper', () => {
  for (const result of ['delivered', 'refused'] as const)
    test(`${result}: it counts as made on the day and at the hour written down, by whom`, async ({
      assert,
    }) => {
      const town = await testTown()
      const { id } = await posted(town)
      assert.isTrue((await record(town, id, result)).ok)
      const found = await stateOf(town, id)
      assert.equal(found?.state, result)
      assert.deepInclude(found?.evidence[result], {
        on: '2026-07-20',
        hour: '12:10',
        officer: town.officer.id,
      })
      assert.lengthOf(await auditRows(town.id, `notifications.${result}`), 1)
      assert.deepEqual(await record(town, id, 'delivered'), { ok: false, error: 'already_practised' })
    })

  test('returned: it is not made until it is published (Law 39/2015, art. 44)', async ({ assert }) => {
    const town = await testTown()
    const { id } = await posted(town)
    assert.deepEqual(await record(town, id, 'published'), { ok: false, error: 'not_returned' })
    assert.isTrue((await record(town, id, 'returned')).ok)
    assert.equal((await stateOf(town, id))?.state, 'available')
    assert.deepInclude((await lettersInTray(town.id))[0]?.evidence['returned'], {
      first: FIRST,
      on: '2026-07-20',
      hour: '17:30',
    })
    assert.deepEqual(await record(town, id, 'returned'), { ok: false, error: 'already_returned' })
    assert.lengthOf(await auditRows(town.id, 'notifications.returned'), 1)
    assert.isTrue((await record(town, id, 'published', { on: '2026-07-21', hour: '' })).ok)
    assert.equal((await stateOf(town, id))?.state, 'published')
  })

  test('delivered: to whom and with which proof stays with it (art. 42.2)', async ({ assert }) => {
    const town = await testTown()
    const { id } = await posted(town)
    assert.deepEqual(await record(town, id, 'delivered', { relation: 'neighbour' }), {
      ok: false,
      error: 'no_receiver',
    })
    const said = { receiver: 'Vicent Pla', relation: 'neighbour', reference: 'RR123456789ES' }
    assert.isTrue((await record(town, id, 'delivered', said)).ok)
    assert.deepInclude((await stateOf(town, id))?.evidence['delivered'], said)
    const [row] = await auditRows(town.id, 'notifications.delivered')
    assert.deepInclude(Object(row?.detail)['delivered'], said)
  })

  test('unknown at its address: it came back, and no second attempt is asked for', async ({ assert }) => {
    const town = await testTown()
    const { id } = await posted(town)
    assert.isTrue((await record(town, id, 'unknown')).ok)
    assert.deepInclude((await stateOf(town, id))?.evidence['returned'], { hour: '12:10', reason: 'unknown' })
    assert.isTrue((await record(town, id, 'published')).ok)
  })

  test('returned: not without the day and hour of two attempts as the law wants them (art. 42.2)', async ({
    assert,
  }) => {
    const town = await testTown()
    const { id } = await posted(town)
    for (const [error, said] of [
      ['no_hour', { hour: '' }],
      ['no_hour', { hour: '25:00' }],
      ['no_first', { first: { on: '2026-07-17', hour: '' } }],
      ['second_before_first', { first: { on: '2026-07-20', hour: '18:00' } }],
      ['second_too_late', { first: { on: '2026-07-14', hour: '10:05' } }],
      ['same_half', { first: { on: '2026-07-17', hour: '15:00' } }],
      ['same_half', { first: { on: '2026-07-17', hour: '14:45' } }],
      ['wrong_day', { first: { on: '2026-06-30', hour: '10:05' } }],
    ] as const)
      assert.deepEqual(
        await record(town, id, 'returned', said),
        { ok: false, error },
        `${error} ${JSON.stringify(said)}`
      )
    assert.notProperty((await stateOf(town, id))?.evidence, 'returned')
    const sameDay = { first: { on: '2026-07-20', hour: '14:30' } }
    assert.isTrue((await record(town, id, 'returned', sameDay)).ok)
  })

  test('did not happen before it was posted, nor tomorrow, nor later today', async ({ assert }) => {
    const town = await testTown()
    const { id } = await posted(town)
    for (const said of [{ on: '2026-06-30' }, { on: '2026-07-22' }, { on: '2026-07-21', hour: '11:01' }])
      assert.deepEqual(await record(town, id, 'delivered', said), { ok: false, error: 'wrong_day' })
    assert.equal((await stateOf(town, id))?.state, 'available')
    assert.isTrue((await record(town, id, 'delivered', { on: '2026-07-21', hour: '11:00' })).ok)
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
