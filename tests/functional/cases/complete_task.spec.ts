import { test } from '@japa/runner'
import { CompleteTask } from '#cases/actions/complete_task'
import { uuidv7 } from '#core/ids'
import { auditRows } from '#tests/support/audit_rows'
import {
  FILED,
  PROCEED,
  answerTask,
  officerOf,
  openCase,
  openTask,
  pageOf,
  type OpenCase,
} from '#tests/support/open_case'
import { testTown } from '#tests/support/town'

const given = async (open: OpenCase) => ({
  municipalityId: open.town.id,
  taskId: (await openTask(open, 'review'))!.id,
  actor: officerOf(open.town),
  roles: ['case_handler'],
  answers: PROCEED,
  at: FILED,
  moved: true,
})

test.group('A task', () => {
  test('done moves its case on, and leaves a row of who did it', async ({ assert }) => {
    const open = await openCase()
    const task = await given(open)
    const done = await new CompleteTask().execute(task)
    assert.deepInclude(done.ok && done.value, { caseId: open.caseId, element: 'review', answers: PROCEED })
    assert.isDefined(await openTask(open, 'resolve'))
    assert.deepEqual(await auditRows(open.town.id, 'cases.task_completed'), [
      {
        actor: open.town.officer.id,
        subject: open.caseId,
        detail: { element: 'review', task: task.taskId },
      },
    ])
  })

  test('done by two at once is done once: the other is told by whom and when', async ({ assert }) => {
    const open = await openCase()
    const task = await given(open)
    const both = await Promise.all([new CompleteTask().execute(task), new CompleteTask().execute(task)])
    assert.lengthOf(
      both.filter(({ ok }) => ok),
      1
    )
    assert.deepEqual(
      both.find(({ ok }) => !ok),
      {
        ok: false,
        error: { code: 'already_done', closedBy: `officer/${open.town.officer.id}`, closedAt: FILED },
      }
    )
    assert.lengthOf(
      (await pageOf(open)).tasks.filter(({ element }) => element === 'resolve'),
      1
    )
    assert.lengthOf(await auditRows(open.town.id, 'cases.task_completed'), 1)
  })

  test('is answered by its own role only, and by what its form accepts', async ({ assert }) => {
    const open = await openCase()
    const foreign = await answerTask(open, 'review', PROCEED, ['resolver'])
    assert.deepEqual(foreign, { ok: false, error: { code: 'not_yours', role: 'case_handler' } })
    const empty = await answerTask(open, 'review', {})
    assert.isTrue(
      !empty.ok &&
        empty.error.code === 'invalid' &&
        empty.error.issues.some(({ name }) => name === 'decision')
    )
    assert.lengthOf(await auditRows(open.town.id, 'cases.task_completed'), 0)
    const hidden = await answerTask(open, 'review', { ...PROCEED, hack: 'x' })
    assert.isTrue(hidden.ok)
    assert.isFalse(hidden.ok && 'hack' in hidden.value.answers)
  })

  test('that is not there, or another town’s, is not found', async ({ assert }) => {
    const open = await openCase()
    const task = await given(open)
    const other = await testTown()
    for (const asked of [
      { ...task, taskId: uuidv7() },
      { ...task, municipalityId: other.id, actor: officerOf(other) },
    ])
      assert.deepEqual(await new CompleteTask().execute(asked), { ok: false, error: { code: 'not_found' } })
    assert.isDefined(await openTask(open, 'review'))
  })
})
