import { test } from '@japa/runner'
import { appendAudit } from '#audit/actions/append_audit'
import { SYSTEM } from '#audit/types'
import { recountTerms } from '#cases/actions/recount_terms'
import { endTerm } from '#cases/activities/end_term'
import { verifyTown } from '#start/verify'
import { calendarsAsTheyAre } from '#tenancy/queries/calendar'
import { type OpenCase, FILED, openCase, pageOf, withLocked } from '#tests/support/open_case'
import { tamper } from '#tests/support/owner'
import { resultOf } from '#tests/support/result_of'
import { rowsOf } from '#tests/support/rows'

/** The process came to the activity on the 20th, and the worker does it a day late. */
const meet = (open: OpenCase) =>
  withLocked(open, async (trx, caseFile) => {
    const { town, procedure } = open.office
    const [since, at] = [new Date('2026-03-20T09:00:00Z'), new Date('2026-03-21T09:00:00Z')]
    const context = { town, procedure, caseFile, since, at, moved: true, key: 'end_term:1', input: {} }
    const outcome = await endTerm.commit(trx, context, undefined)
    await appendAudit(trx, outcome.audit ?? [], at)
    return resultOf(outcome)
  })

test.group('The term to resolve, met (Law 39/2015, art. 21)', () => {
  test('is over since the day on which the resolution was notified, though the case goes on', async ({
    assert,
  }) => {
    const open = await openCase()
    assert.equal((await pageOf(open)).summary.dueOn, '2026-06-02')
    assert.deepEqual(await meet(open), { metOn: '2026-03-20' })
    const { summary, history } = await pageOf(open, new Date('2026-07-01T09:00:00Z'))
    assert.deepEqual([summary.state, summary.dueOn, summary.daysLeft], ['open', null, null])
    assert.deepEqual(
      history.filter(({ kind }) => kind === 'term_met').map((line) => [line.public, line.data]),
      [[true, { on: '2026-03-20' }]]
    )
  })

  test('is not counted again when the calendar changes', async ({ assert }) => {
    const open = await openCase()
    const { id } = open.town
    await meet(open)
    await rowsOf(
      id,
      `INSERT INTO calendar_days (municipality_id, day, scope, name) VALUES ($1, '2026-06-02', 'local', '{"es":"Fiesta"}')`
    )
    await withLocked(open, async (trx) =>
      recountTerms(trx, await calendarsAsTheyAre(id), FILED, { actor: SYSTEM })
    )
    assert.isNull((await pageOf(open)).summary.dueOn)
  })

  test('can’t be given back by hand: `verify` names the case', async ({ assert }) => {
    const open = await openCase()
    const { id } = open.town
    await meet(open)
    assert.deepEqual((await verifyTown(id)).violations, [])
    await tamper(id, 'case_files', `UPDATE case_files SET due_on = '2026-06-02' WHERE municipality_id = $1`, [
      id,
    ])
    assert.match(JSON.stringify((await verifyTown(id)).violations), /due_on_differs/)
  })
})
