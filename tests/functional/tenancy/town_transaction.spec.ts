import { test } from '@japa/runner'
import { uuidv7 } from '#core/ids'
import { NoTenantError } from '#tenancy/errors'
import { insertRows } from '#tenancy/insert_rows'
import { inTown, rowsOfTown, type TownTransaction } from '#tenancy/town_transaction'
import { idempotencyRows } from '#filings/rows'
import { testTown } from '#tests/support/town'

const keyRow = (key: string) => ({ key, body_digest: 'd', answer: {}, created_at: new Date().toISOString() })

const keys = (townId: string) =>
  rowsOfTown<{ key: string }>(
    townId,
    `SELECT key FROM idempotency_keys WHERE municipality_id = $1`,
    [townId],
    'test_keys'
  )

const tenant = (trx: TownTransaction) =>
  trx.rows<{ tenant: string }>(`SELECT current_setting('app.municipality_id', true) AS tenant`)

test.group('A transaction of a town', () => {
  test('knows its town, and nobody else does afterwards', async ({ assert }) => {
    const town = await testTown()
    const [row] = await inTown(town.id, tenant)
    assert.equal(row?.tenant, town.id)
    assert.deepEqual(await keys(town.id), [])
  })

  test('sends its statements one after another without waiting, and keeps all or nothing', async ({
    assert,
  }) => {
    const town = await testTown()
    const [first, second] = [uuidv7(), uuidv7()]
    await inTown(town.id, (trx) =>
      Promise.all([first, second].map((key) => insertRows(trx, idempotencyRows, [keyRow(key)])))
    )
    assert.lengthOf(await keys(town.id), 2)

    const third = uuidv7()
    const failing = inTown(town.id, (trx) =>
      Promise.all([
        insertRows(trx, idempotencyRows, [keyRow(third)]),
        insertRows(trx, idempotencyRows, [keyRow(first)]),
        Promise.all([tenant(trx)]),
      ])
    )
    await assert.rejects(() => failing, /duplicate key/)
    assert.lengthOf(await keys(town.id), 2)
  })

  test('tells the cause of a failure, whichever statement is asked', async ({ assert }) => {
    const town = await testTown()
    const key = uuidv7()
    await inTown(town.id, (trx) => insertRows(trx, idempotencyRows, [keyRow(key)]))
    await inTown(town.id, async (trx) => {
      const duplicate = insertRows(trx, idempotencyRows, [keyRow(key)]).catch(() => {})
      const late = await tenant(trx).catch((error: { code: string }) => error.code)
      await duplicate
      assert.equal(late, '23505')
    }).catch((error: Error) => assert.match(error.message, /rolled back/))
    assert.lengthOf(await keys(town.id), 1)
  })

  test('that has failed leaves its connection fit for the next', async ({ assert }) => {
    const town = await testTown()
    for (let i = 0; i < 30; i += 1)
      await assert.rejects(() => inTown(town.id, (trx) => trx.rows('SELECT 1/0', [], 'test_division')))
    const answers = await Promise.all(Array.from({ length: 30 }, () => inTown(town.id, tenant)))
    assert.isTrue(answers.every(([row]) => row?.tenant === town.id))
  })

  test('is joined by what is asked inside it, and refuses another town', async ({ assert }) => {
    const [town, other] = [await testTown(), await testTown()]
    await assert.rejects(
      () =>
        inTown(town.id, async (trx) => {
          await insertRows(trx, idempotencyRows, [keyRow(uuidv7())])
          assert.lengthOf(await keys(town.id), 1)
          await keys(other.id)
        }),
      NoTenantError
    )
    assert.lengthOf(await keys(town.id), 0)
  })

  test('does what follows after the commit only', async ({ assert }) => {
    const town = await testTown()
    const done: string[] = []
    await inTown(town.id, async (trx) => trx.afterCommit(() => void done.push('kept')))
    await inTown(town.id, async (trx) => {
      trx.afterCommit(() => void done.push('lost'))
      throw new Error('no')
    }).catch(() => {})
    assert.deepEqual(done, ['kept'])
  })

  test('needs a town', async ({ assert }) => {
    await assert.rejects(() => inTown('', tenant), NoTenantError)
    await assert.rejects(() => inTown(`' OR true --`, tenant), NoTenantError)
  })
})
