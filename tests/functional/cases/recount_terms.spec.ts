import { test } from '@japa/runner'
import { SYSTEM } from '#audit/types'
import { recountTerms } from '#cases/actions/recount_terms'
import { calendarsAsTheyAre } from '#tenancy/queries/calendar'
import { inTown } from '#tenancy/town_transaction'
import { FILED, openCase, pageOf } from '#tests/support/open_case'
import { rowsOf } from '#tests/support/rows'

const recount = (townId: string) =>
  inTown(
    townId,
    async (trx) => (await recountTerms(trx, await calendarsAsTheyAre(townId), FILED, { actor: SYSTEM })).cases
  )

const close = (townId: string, day: string) =>
  rowsOf(
    townId,
    `INSERT INTO calendar_days (municipality_id, day, scope, name) VALUES ($1, $2, 'local', '{"es":"Fiesta"}')`,
    [day]
  )

test.group('Terms that are counted again', () => {
  test('move only where the calendar moves them, and once', async ({ assert }) => {
    const open = await openCase()
    const { id } = open.town
    assert.equal(await recount(id), 0)
    await close(id, '2026-05-04')
    assert.equal(await recount(id), 0, 'three months are three months, whatever is closed on the way')
    await close(id, '2026-06-02')
    assert.equal(await recount(id), 1)
    assert.equal(await recount(id), 0)
    assert.equal((await pageOf(open)).summary.dueOn, '2026-06-03')
  })

  test('are those of open cases of the town', async ({ assert }) => {
    const [open, other] = [await openCase(), await openCase()]
    await rowsOf(
      open.town.id,
      `UPDATE case_files SET state = 'closed', closed_at = updated_at WHERE municipality_id = $1`
    )
    await close(open.town.id, '2026-06-02')
    assert.equal(await recount(open.town.id), 0)
    assert.equal((await pageOf(other)).summary.dueOn, '2026-06-02')
  })
})
