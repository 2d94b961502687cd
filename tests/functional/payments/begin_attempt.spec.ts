import { test } from '@japa/runner'
import { BeginAttempt } from '#payments/actions/begin_attempt'
import { auditRows } from '#tests/support/audit_rows'
import { answer, attempt, EXPIRES, ORDERED, orderFor, paid } from '#tests/support/payments'
import { testTown, type TestTown } from '#tests/support/town'

const begin = (town: TestTown, orderId: string, personId = town.person.id, at = ORDERED) =>
  new BeginAttempt().execute({ municipalityId: town.id, personId, orderId, gateway: 'demo', at })

test.group('Going to pay', () => {
  test('begins an attempt, as often as somebody goes, and leaves a row', async ({ assert }) => {
    const town = await testTown({ demo: true })
    const order = await orderFor(town)
    const [one, other] = [await begin(town, order.id), await begin(town, order.id)]
    assert.isTrue(one.ok && other.ok && one.value.attempt.id !== other.value.attempt.id)
    assert.lengthOf(await auditRows(town.id, 'payments.begun'), 2)
  })

  test('is not for what is paid, or no longer due', async ({ assert }) => {
    const town = await testTown({ demo: true })
    const order = await orderFor(town)
    const late = await begin(town, order.id, town.person.id, new Date(EXPIRES.getTime() + 1))
    assert.deepEqual(!late.ok && late.error, { code: 'ended', state: 'expired' })
    await answer(town, paid((await attempt(town, order)).id, order.amount))
    const again = await begin(town, order.id)
    assert.deepEqual(!again.ok && again.error, { code: 'ended', state: 'paid' })
  })

  test('is for whoever was asked, and for nobody else', async ({ assert }) => {
    const town = await testTown({ demo: true })
    const order = await orderFor(town)
    const stranger = await begin(town, order.id, (await testTown()).person.id)
    assert.deepEqual(!stranger.ok && stranger.error, { code: 'not_found' })
  })
})
