import { test } from '@japa/runner'
import { suspendTerm } from '#cases/actions/suspend_term'
import { FILED, officerOf, openCase, pageOf, withLocked } from '#tests/support/open_case'
import { workUntil } from '#tests/support/worker'

const STOPPED = new Date('2026-03-04T10:00:00Z')

test.group('The term to resolve, suspended (Law 39/2015, art. 22.1)', () => {
  test('stands still with the timers that stop with it, however long', async ({ assert }) => {
    const open = await openCase()
    assert.equal((await pageOf(open)).summary.dueOn, '2026-06-02')
    const actor = officerOf(open.town)
    assert.isTrue(
      await withLocked(open, (trx, caseFile) => suspendTerm(trx, { caseFile, at: STOPPED, actor }))
    )
    const still = await pageOf(open)
    assert.equal(still.summary.suspendedOn, '2026-03-04')
    assert.isNull(still.summary.daysLeft)
    assert.isTrue(still.timers[0]?.paused)
    assert.deepEqual(await workUntil(open.town.id, new Date('2026-06-30T00:00:00Z')), [])
    assert.equal((await pageOf(open)).summary.phase, 'review')
  })

  test('is told to the citizen, once: it can’t be stopped twice', async ({ assert }) => {
    const open = await openCase()
    const suspend = (at: Date) => withLocked(open, (trx, caseFile) => suspendTerm(trx, { caseFile, at }))
    assert.isTrue(await suspend(STOPPED))
    assert.isFalse(await suspend(new Date('2026-03-05T10:00:00Z')))
    const page = await pageOf(open)
    assert.deepEqual(
      page.history.filter(({ kind }) => kind === 'term_suspended').map((line) => [line.public, line.data]),
      [[true, { from: '2026-03-04' }]]
    )
    assert.equal(page.summary.suspendedOn, '2026-03-04')
  })

  test('belongs to the day of the town, not of UTC', async ({ assert }) => {
    const open = await openCase()
    await withLocked(open, (trx, caseFile) =>
      suspendTerm(trx, { caseFile, at: new Date(FILED.getTime() + 14 * 3_600_000) })
    )
    assert.equal((await pageOf(open)).summary.suspendedOn, '2026-03-03')
  })
})
