import { test } from '@japa/runner'
import { appendAudit } from '#audit/actions/append_audit'
import { SYSTEM } from '#audit/types'
import { moveOrderTerms } from '#payments/actions/move_order_terms'
import { orderOf } from '#payments/queries/orders'
import { calendarsAsTheyAre } from '#tenancy/queries/calendar'
import { inTown } from '#tenancy/town_transaction'
import { verifyTown } from '#start/verify'
import { ORDERED, orderFor } from '#tests/support/payments'
import { rowsOf } from '#tests/support/rows'
import { testTown, type TestTown } from '#tests/support/town'

/** The end of Tuesday 24 March 2026. */
const EXPIRES = new Date('2026-03-24T23:00:00Z')

const close = (town: TestTown, day: string) =>
  rowsOf(
    town.id,
    `INSERT INTO calendar_days (municipality_id, day, scope, name) VALUES ($1, $2, 'local', '{"es":"Fiesta"}')`,
    [day]
  )

const move = (town: TestTown) =>
  inTown(town.id, async (trx) => {
    const calendar = async () => (await calendarsAsTheyAre(town.id)).office
    const { moved, audit } = await moveOrderTerms(trx, calendar, SYSTEM)
    await appendAudit(trx, audit, ORDERED)
    return moved.map(({ before, lastDay }) => [before, lastDay])
  })

const faultsOf = async (town: TestTown) =>
  (await verifyTown(town.id)).violations.filter(({ rule }) => ['I19', 'I20', 'I10'].includes(rule))

test.group('A last day to pay that turns out to be closed', () => {
  test('moves to the next working one, with its job, and its row has an act (art. 30.5)', async ({
    assert,
  }) => {
    const town = await testTown()
    const order = await orderFor(town, '27.30', { expiresAt: EXPIRES })
    assert.deepEqual(await move(town), [], 'Tuesday is a working day')
    await close(town, '2026-03-24')
    await close(town, '2026-03-25')
    assert.deepEqual(await move(town), [['2026-03-24', '2026-03-26']])
    const { expiresAt } = (await orderOf(town.id, town.person.id, order.id))!
    assert.equal(expiresAt.toISOString(), '2026-03-26T23:00:00.000Z')
    const [job] = await rowsOf(town.id, `SELECT run_at FROM jobs WHERE municipality_id = $1 AND key = $2`, [
      order.id,
    ])
    assert.deepEqual(job!.run_at, expiresAt)
    assert.deepEqual(await move(town), [], 'once')
    assert.deepEqual(await faultsOf(town), [])
  })

  test('is never shortened, and nothing of another town', async ({ assert }) => {
    const [town, other] = [await testTown(), await testTown()]
    await orderFor(other, '27.30', { expiresAt: EXPIRES })
    await orderFor(town, '27.30', { expiresAt: EXPIRES })
    await close(town, '2026-03-24')
    await move(town)
    await rowsOf(town.id, `DELETE FROM calendar_days WHERE municipality_id = $1 AND day = '2026-03-24'`)
    assert.deepEqual(await move(town), [])
    assert.deepEqual(await move(other), [])
  })
})
