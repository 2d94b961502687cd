import { test } from '@japa/runner'
import { casePage } from '#cases/queries/case_page'
import { verifyTown } from '#start/verify'
import { drawnProcedure } from '#tests/support/drawn_case'
import { testTown, type TestTown } from '#tests/support/town'
import { workUntil } from '#tests/support/worker'
import { WithdrawProcedure } from '#catalogue/actions/withdraw_procedure'
import { inTown } from '#tenancy/town_transaction'
import { draw, end, startBy, timer, user } from '../../unit/engine/builder.js'

const YEAR = new Date().getUTCFullYear()

const begins = (when: string, tag: string) =>
  draw('begun -> review -> done', {
    begun: startBy(timer(when, tag)),
    review: user('review'),
    done: end('done'),
  })

const opened = (town: TestTown) =>
  inTown(town.id, (trx) =>
    trx.rows<{ id: string; key: string }>(
      `SELECT case_id AS id, key FROM openings WHERE municipality_id = $1 ORDER BY number`,
      [town.id]
    )
  )

const later = (days: number) => new Date(Date.now() + days * 86_400_000)

test.group('A procedure that begins by itself', () => {
  test('begins on its date, once, when the town offers it', async ({ assert }) => {
    const town = await testTown()
    await drawnProcedure(town.id, 'yearly', begins(`${YEAR + 1}-01-07`, 'timeDate'))
    await workUntil(town.id, new Date(`${YEAR + 1}-01-06T22:00:00Z`))
    assert.isEmpty(await opened(town))
    const on = new Date(`${YEAR + 1}-01-07T08:00:00Z`)
    await workUntil(town.id, on)
    await workUntil(town.id, new Date(`${YEAR + 1}-06-01T00:00:00Z`))
    const [one, ...more] = await opened(town)
    assert.isEmpty(more)
    const page = (await casePage(town.id, one!.id, on))!
    assert.equal(page.summary.entryNumber, `${YEAR + 1}-EO-000001`)
    assert.lengthOf(page.tasks, 1)
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })

  test('comes back as often as it says', async ({ assert }) => {
    const town = await testTown()
    await drawnProcedure(town.id, 'weekly', begins('R3/7 natural days', 'timeCycle'))
    await workUntil(town.id, later(60))
    assert.lengthOf(await opened(town), 3)
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })

  test('does not begin on a date that was over when the town came to offer it', async ({ assert }) => {
    const town = await testTown()
    await drawnProcedure(town.id, 'over', begins('2020-01-07', 'timeDate'))
    await drawnProcedure(town.id, 'yearly', begins('R/2020-01-07/P1Y', 'timeCycle'))
    await workUntil(town.id, later(370))
    const keys = (await opened(town)).map(({ key }) => key)
    assert.lengthOf(keys, 1)
    assert.match(keys[0]!, /-01-06T23:00:00/, 'the seventh of January, in Madrid')
  })

  test('begins no more once it is withdrawn, and once by the version that came after', async ({ assert }) => {
    const [town, other] = [await testTown(), await testTown()]
    const cycle = begins('R/10 natural days', 'timeCycle')
    await drawnProcedure(town.id, 'weekly', cycle)
    await drawnProcedure(other.id, 'weekly', cycle)
    await workUntil(town.id, later(1))
    await workUntil(other.id, later(1))
    await new WithdrawProcedure().execute(town.id, {
      slug: 'weekly',
      reason: 'not any more',
      by: { kind: 'officer', id: town.officer.id },
    })
    await drawnProcedure(other.id, 'weekly', cycle.replace('10 natural', '11 natural'))
    await workUntil(town.id, later(15))
    await workUntil(other.id, later(15))
    assert.isEmpty(await opened(town))
    assert.lengthOf(await opened(other), 1)
  })
})
