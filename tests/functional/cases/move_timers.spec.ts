import { test } from '@japa/runner'
import { moveTimers, timersOf } from '#cases/actions/move_timers'
import { calendarOf } from '#tenancy/queries/calendar'
import { openCase, openTask, pageOf, withLocked } from '#tests/support/open_case'
import { requiredCase } from '#tests/support/required_case'

test.group('Timers that are counted otherwise', () => {
  test('are those that end with the term to resolve', async ({ assert }) => {
    const open = await openCase()
    const names = await withLocked(open, async (trx, caseFile) =>
      (await timersOf(trx, caseFile)).map(({ input }) => input.element)
    )
    assert.deepEqual(names, ['term_expired'])
  })

  test('or the first of a task, whose last day moves along; all else stays', async ({ assert }) => {
    const open = await requiredCase()
    const calendar = await calendarOf(open.town.id)
    const due = (await pageOf(open)).summary.dueOn
    const moved = await withLocked(open, async (trx, caseFile) =>
      moveTimers(trx, caseFile, await timersOf(trx, caseFile, 'correction'), {
        ...{ as: { urgent: true }, calendar, pauses: [] },
      })
    )
    assert.deepEqual(moved, [{ element: 'correction_expired', lastDay: '2026-03-09', before: '2026-03-16' }])
    assert.equal((await openTask(open, 'correction'))!.dueOn, '2026-03-09')
    assert.equal((await pageOf(open)).summary.dueOn, due)
  })
})
