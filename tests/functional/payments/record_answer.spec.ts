import { test } from '@japa/runner'
import { uuidv7 } from '#core/ids'
import { BeginAttempt } from '#payments/actions/begin_attempt'
import { RecordAnswer } from '#payments/actions/record_answer'
import type { GatewayAnswer } from '#payments/contract'
import { settlementsOf, orderOf } from '#payments/queries/orders'
import { auditRows } from '#tests/support/audit_rows'
import { attempt, EXPIRES, ORDERED, orderFor, paid, payingTown } from '#tests/support/payments'
import { countOf, rowsOf } from '#tests/support/rows'
import type { TestTown } from '#tests/support/town'
import { settle, workUntil } from '#tests/support/worker'

const answer = (town: TestTown, given: GatewayAnswer, at = ORDERED) =>
  new RecordAnswer().execute({ municipalityId: town.id, gateway: 'demo', answer: given, at, moved: true })

const stateOf = async (town: TestTown, id: string) => (await orderOf(town.id, town.person.id, id))!.state

const effects = async (town: TestTown, id: string) =>
  (await settlementsOf(town.id, id)).map(({ effect, reason }) => reason ?? effect)

const refunded = async (town: TestTown) =>
  (await rowsOf<{ amount: string }>(town.id, 'SELECT amount FROM refunds WHERE municipality_id = $1')).map(
    ({ amount }) => Number(amount)
  )

test.group('Money that a gateway confirms', () => {
  test('pays its order, once, and leaves a row of it', async ({ assert }) => {
    const town = await payingTown()
    const order = await orderFor(town)
    const { id } = await attempt(town, order)
    assert.equal(await answer(town, paid(id, 2730)), 'paid')
    assert.equal(await stateOf(town, order.id), 'paid')
    assert.deepEqual(await effects(town, order.id), ['pays'])
    assert.lengthOf(await auditRows(town.id, 'payments.paid'), 1)
    const jobs = await rowsOf<{ kind: string }>(town.id, 'SELECT kind FROM jobs WHERE municipality_id = $1')
    assert.deepEqual(jobs, [{ kind: 'payment_proof' }], 'nothing waits for its expiry')
  })

  test('told twice is the same money', async ({ assert }) => {
    const town = await payingTown()
    const order = await orderFor(town)
    const { id } = await attempt(town, order)
    const news = paid(id, 2730)
    const told = await Promise.all([answer(town, news), answer(town, news), answer(town, news)])
    assert.sameMembers(told, ['paid', 'repeated', 'repeated'])
    assert.deepEqual(await effects(town, order.id), ['pays'])
  })

  test('a second time goes back', async ({ assert }) => {
    const town = await payingTown()
    const order = await orderFor(town)
    const [one, other] = [await attempt(town, order), await attempt(town, order)]
    await answer(town, paid(one.id, 2730))
    assert.equal(await answer(town, paid(other.id, 2730)), 'surplus')
    assert.deepEqual((await settle(town.id, EXPIRES)).failures, [])
    assert.deepEqual(await refunded(town), [2730])
    assert.lengthOf(await auditRows(town.id, 'payments.refunded'), 1)
  })

  test('of another amount goes back whole, and the order still waits', async ({ assert }) => {
    const town = await payingTown()
    const order = await orderFor(town)
    const { id } = await attempt(town, order)
    assert.equal(await answer(town, paid(id, 2729)), 'surplus')
    assert.deepEqual(
      [await stateOf(town, order.id), await effects(town, order.id)],
      ['open', ['wrong_amount']]
    )
    await settle(town.id, order.orderedAt)
    assert.deepEqual(await refunded(town), [2729])
  })

  test('paid in time counts however late its news', async ({ assert }) => {
    const town = await payingTown()
    const order = await orderFor(town)
    const { id } = await attempt(town, order)
    const late = new Date(EXPIRES.getTime() + 3_600_000)
    assert.equal(await answer(town, paid(id, 2730), late), 'paid')
  })

  test('paid after the term goes back', async ({ assert }) => {
    const town = await payingTown()
    const order = await orderFor(town)
    const { id } = await attempt(town, order)
    const late = new Date(EXPIRES.getTime() + 1)
    assert.equal(await answer(town, paid(id, 2730, { settledAt: late }), late), 'surplus')
    assert.deepEqual(await effects(town, order.id), ['too_late'])
  })

  test('that no attempt explains is not taken', async ({ assert }) => {
    const town = await payingTown()
    for (const id of [uuidv7(), 'O-2026/1']) assert.equal(await answer(town, paid(id, 2730)), 'unknown')
    assert.equal(await countOf(town.id, 'settlements'), 0)
  })

  test('of an operation that has paid already, but another amount or attempt, is not taken for a repetition', async ({
    assert,
  }) => {
    const town = await payingTown()
    const order = await orderFor(town)
    const [one, other] = [await attempt(town, order), await attempt(town, order)]
    await answer(town, paid(one.id, 2730, { externalId: 'OP1' }))
    assert.equal(await answer(town, paid(one.id, 9999, { externalId: 'OP1' })), 'unexplained')
    assert.equal(await answer(town, paid(other.id, 2730, { externalId: 'OP1' })), 'unexplained')
    assert.deepEqual(await effects(town, order.id), ['pays'])
  })
})

test.group('An attempt', () => {
  test('that is refused leaves the order open, and another may pay it', async ({ assert }) => {
    const town = await payingTown()
    const order = await orderFor(town)
    const first = await attempt(town, order)
    assert.equal(await answer(town, { outcome: 'refused', attemptId: first.id }), 'ended')
    assert.equal(await answer(town, { outcome: 'refused', attemptId: first.id }), 'repeated')
    assert.equal(await stateOf(town, order.id), 'open')
    const second = await attempt(town, order)
    assert.equal(await answer(town, paid(second.id, 2730)), 'paid')
  })

  test('cancelled, and then paid after all, is paid', async ({ assert }) => {
    const town = await payingTown()
    const order = await orderFor(town)
    const { id } = await attempt(town, order)
    await answer(town, { outcome: 'cancelled', attemptId: id })
    assert.equal(await answer(town, paid(id, 2730)), 'paid')
  })
})

test.group('The term of an order', () => {
  test('ends it when nobody paid, at its own instant however late the worker', async ({ assert }) => {
    const town = await payingTown()
    const order = await orderFor(town)
    const nextDay = new Date(EXPIRES.getTime() + 86_400_000)
    assert.deepEqual(await workUntil(town.id, nextDay, nextDay), [])
    const found = (await orderOf(town.id, town.person.id, order.id))!
    assert.deepEqual([found.state, found.endedAt], ['expired', EXPIRES])
  })

  test('asks the gateway first what became of who went there', async ({ assert }) => {
    const town = await payingTown()
    const order = await orderFor(town)
    const { id } = await attempt(town, order)
    await rowsOf(
      town.id,
      `INSERT INTO demo_gateway_operations (municipality_id, attempt_id, external_id, outcome, amount, settled_at)
       VALUES ($1, $2, 'OP1', 'paid', 2730, $3) RETURNING external_id`,
      [id, EXPIRES.toISOString()]
    )
    assert.deepEqual(await workUntil(town.id, new Date(EXPIRES.getTime() + 1000)), [])
    assert.equal(await stateOf(town, order.id), 'paid')
  })

  const HOUR_MS = 3_600_000
  const hoursAfter = (hours: number) => new Date(EXPIRES.getTime() + hours * HOUR_MS)

  /** The term has ended an hour ago; somebody began to pay in it, and no gateway has said anything. */
  async function inGrace() {
    const town = await payingTown()
    const order = await orderFor(town)
    const { id } = await attempt(town, order)
    assertNone(await workUntil(town.id, hoursAfter(1), EXPIRES))
    return { town, order, attemptId: id }
  }
  const assertNone = (failures: string[]) => {
    if (failures.length > 0) throw new Error(failures.join())
  }

  test('passes with a day of grace for an answer that is on its way: paid in time, told after it, it is paid', async ({
    assert,
  }) => {
    const { town, order, attemptId } = await inGrace()
    assert.equal(await stateOf(town, order.id), 'open')
    const told = await answer(town, paid(attemptId, 2730, { settledAt: EXPIRES }), hoursAfter(23))
    assert.equal(told, 'paid')
    assert.equal(await stateOf(town, order.id), 'paid')
    assert.deepEqual(await refunded(town), [])
  })

  test('in grace goes back what was paid a moment after it, and lets nobody begin', async ({ assert }) => {
    const { town, order, attemptId } = await inGrace()
    const begun = await new BeginAttempt().execute({
      municipalityId: town.id,
      personId: town.person.id,
      orderId: order.id,
      gateway: 'demo',
      at: hoursAfter(1),
    })
    assert.deepEqual(begun, { ok: false, error: { code: 'ended', state: 'expired' } })
    const late = paid(attemptId, 2730, { settledAt: new Date(EXPIRES.getTime() + 1) })
    assert.equal(await answer(town, late, hoursAfter(2)), 'surplus')
    assert.deepEqual(await effects(town, order.id), ['too_late'])
  })

  test('in grace keeps the instant that people are told, and ends at it when the day is over', async ({
    assert,
  }) => {
    const { town, order } = await inGrace()
    const [job] = await rowsOf<{ run_at: Date }>(
      town.id,
      `SELECT run_at FROM jobs WHERE municipality_id = $1 AND kind = 'payment_expiry'`
    )
    assert.deepEqual(job!.run_at, EXPIRES)
    assert.deepEqual(await workUntil(town.id, new Date(hoursAfter(24).getTime() - 1), hoursAfter(1)), [])
    assert.equal(await stateOf(town, order.id), 'open')
    assert.deepEqual(await workUntil(town.id, hoursAfter(24)), [])
    const found = (await orderOf(town.id, town.person.id, order.id))!
    assert.deepEqual([found.state, found.endedAt], ['expired', EXPIRES])
  })

  test('asks each hour of its grace, and ends as soon as no answer is on its way', async ({ assert }) => {
    const { town, order, attemptId } = await inGrace()
    await answer(town, { outcome: 'refused', attemptId }, hoursAfter(2))
    assert.deepEqual(await workUntil(town.id, hoursAfter(3), hoursAfter(2)), [])
    assert.equal(await stateOf(town, order.id), 'expired')
    const asked = await inGrace()
    await rowsOf(
      asked.town.id,
      `INSERT INTO demo_gateway_operations (municipality_id, attempt_id, external_id, outcome, amount, settled_at)
       VALUES ($1, $2, 'OP1', 'paid', 2730, $3) RETURNING external_id`,
      [asked.attemptId, EXPIRES.toISOString()]
    )
    assert.deepEqual(await workUntil(asked.town.id, hoursAfter(2), hoursAfter(1)), [])
    assert.equal(await stateOf(asked.town, asked.order.id), 'paid')
  })
})
