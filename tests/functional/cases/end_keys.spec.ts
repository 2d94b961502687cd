import { test } from '@japa/runner'
import { endKeys } from '#cases/actions/end_keys'
import { FILED, openCase, type OpenCase } from '#tests/support/open_case'
import { rowsOf } from '#tests/support/rows'
import { testTown } from '#tests/support/town'
import { inTown } from '#tenancy/town_transaction'

interface Waiting {
  what: string
  key: string
  state: string | null
}

const waiting = ({ town, caseId }: OpenCase) =>
  rowsOf<Waiting>(
    town.id,
    `SELECT 'task' AS what, key, state FROM tasks WHERE municipality_id = $1 AND case_id = $2
     UNION ALL SELECT kind, key, state FROM jobs WHERE municipality_id = $1 AND case_id = $2 AND kind IN ('timer', 'activity')
     UNION ALL SELECT 'message', key, NULL FROM subscriptions WHERE municipality_id = $1 AND case_id = $2
     ORDER BY 1, 2`,
    [caseId]
  )

const keysOf = (rows: Waiting[]) => rows.map(({ key }) => key)

test.group('What waits on a place of the process that is left', () => {
  test('ends: tasks are cancelled, timers and messages withdrawn', async ({ assert }) => {
    const open = await openCase()
    const before = await waiting(open)
    assert.sameMembers(
      before.map(({ what }) => what),
      ['task', 'timer', 'message']
    )
    await inTown(open.town.id, (trx) => endKeys(trx, open.caseId, keysOf(before), FILED))
    const [task, ...others] = await waiting(open)
    assert.deepInclude(task!, { what: 'task', state: 'cancelled' })
    assert.lengthOf(others, 0)
  })

  test('ends alone: what waits elsewhere goes on waiting', async ({ assert }) => {
    const open = await openCase()
    const before = await waiting(open)
    const timer = before.find(({ what }) => what === 'timer')!
    await inTown(open.town.id, (trx) => endKeys(trx, open.caseId, [timer.key], FILED))
    assert.deepEqual(
      await waiting(open),
      before.filter((row) => row !== timer)
    )
    await inTown(open.town.id, (trx) => endKeys(trx, open.caseId, [], FILED))
    assert.lengthOf(await waiting(open), before.length - 1)
  })

  test('stays when another town, or another case, asks', async ({ assert }) => {
    const [open, neighbour] = [await openCase(), await testTown()]
    const before = await waiting(open)
    await inTown(neighbour.id, (trx) => endKeys(trx, open.caseId, keysOf(before), FILED))
    await inTown(open.town.id, (trx) => endKeys(trx, crypto.randomUUID(), keysOf(before), FILED))
    assert.deepEqual(await waiting(open), before)
  })
})
