import { test } from '@japa/runner'
import { ReportFromTask, type TaskReport } from '#cases/actions/report_from_task'
import { casePage } from '#cases/queries/case_page'
import { uuidv7 } from '#core/ids'
import { unwrap } from '#core/result'
import { verifyTown } from '#start/verify'
import { auditRows } from '#tests/support/audit_rows'
import { drawnProcedure, openDrawn } from '#tests/support/drawn_case'
import { FILED, answerTask, officerOf } from '#tests/support/open_case'
import { testTown } from '#tests/support/town'
import { draw, end, error, escalation, on, start, user } from '../../unit/engine/builder.js'

const WATCHED = draw('start -> review -> done\nunsafe -> propping -> other\nslow -> hurry -> told', {
  start: start(),
  review: user('review'),
  unsafe: on('review', error('unsafe')),
  slow: on('review', escalation('slow'), { cancelActivity: 'false' }),
  propping: user('review'),
  hurry: user('review'),
  done: end('done'),
  other: end('other'),
  told: end(),
})

async function opened() {
  const town = await testTown()
  const { caseId } = await openDrawn(town.id, await drawnProcedure(town.id, 'watched', WATCHED))
  const page = async () => (await casePage(town.id, caseId, FILED))!
  const open = async () =>
    (await page()).tasks.filter(({ state }) => state === 'open').map(({ element }) => element)
  const given: TaskReport = {
    ...{ municipalityId: town.id, taskId: (await page()).tasks[0]!.id, report: uuidv7() },
    ...{ heardBy: 'slow', reason: 'The plans are in the archive', roles: ['case_handler'] },
    ...{ actor: officerOf(town), at: FILED, moved: true },
  }
  const faults = async () => (await verifyTown(town.id)).violations
  return { town, caseId, page, open, given, faults }
}

const report = (given: TaskReport) => new ReportFromTask().execute(given)

test.group('What somebody reports from a task', () => {
  test('lets others know once, however often it is pressed, and the task stays', async ({ assert }) => {
    const { town, caseId, page, open, given, faults } = await opened()
    unwrap(await report(given))
    unwrap(await report(given))
    assert.sameMembers(await open(), ['review', 'hurry'])
    const rows = await auditRows(town.id, 'cases.task_reported')
    assert.lengthOf(rows, 1)
    assert.containsSubset(rows[0], {
      detail: { element: 'review', what: 'escalation', code: 'slow', reason: given.reason },
    })
    const lines = (await page()).history.filter(({ kind }) => kind === 'task_reported')
    assert.deepEqual(
      lines.map(({ data, public: told }) => [data['heardBy'], data['reason'], told]),
      [['slow', given.reason, false]]
    )
    unwrap(await report({ ...given, report: uuidv7() }))
    assert.sameMembers(await open(), ['review', 'hurry', 'hurry'])
    unwrap(await answerTask({ town, caseId }, 'review', { decision: 'yes' }))
    assert.deepEqual(await faults(), [])
  })

  test('ends the task where it is an error, and the case goes the other way', async ({ assert }) => {
    const { town, caseId, open, given, page, faults } = await opened()
    unwrap(await report({ ...given, heardBy: 'unsafe' }))
    unwrap(await report({ ...given, heardBy: 'unsafe' }))
    assert.deepEqual(await open(), ['propping'])
    assert.deepEqual(await report({ ...given, heardBy: 'unsafe', report: uuidv7() }), {
      ok: false,
      error: 'already_done',
    })
    unwrap(await answerTask({ town, caseId }, 'propping', { decision: 'yes' }))
    assert.equal((await page()).summary.outcome, 'other')
    assert.deepEqual(await faults(), [])
  })

  test('changes nothing without a reason, a role, or an event that hears it', async ({ assert }) => {
    const { open, given } = await opened()
    const other = await testTown()
    for (const [changed, refused] of [
      [{ reason: '  ' }, 'no_reason'],
      [{ roles: ['resolver'] }, 'not_yours'],
      [{ heardBy: 'done' }, 'not_heard'],
      [{ taskId: uuidv7() }, 'not_found'],
      [{ municipalityId: other.id }, 'not_found'],
    ] as const)
      assert.deepEqual(await report({ ...given, ...changed } as TaskReport), { ok: false, error: refused })
    assert.deepEqual(await open(), ['review'])
  })
})
