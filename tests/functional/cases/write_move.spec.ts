import { test } from '@japa/runner'
import { writeMove } from '#cases/actions/write_move'
import { planMove } from '#cases/domain/migration/plan_move'
import { waitsOfCase } from '#cases/queries/waits_of_case'
import { unwrap } from '#core/result'
import { plant } from '#tests/catalogue/small_procedure'
import { calendarsOf } from '#tenancy/queries/calendar'
import { FILED, officerOf, openCase, pageOf, withLocked } from '#tests/support/open_case'
import { changeBy, publishNext, redrawn, writtenPlan } from '#tests/support/versions'

/** The term to resolve has another id and another length. */
const changed = (files: Map<string, string>) => {
  redrawn(['term_expired', 'term_over'], ['3 months<', '4 months<'])(files)
  plant(files, 'procedure.json', '/term/amount', 4)
  for (const path of [...files.keys()]) {
    if (path.startsWith('scenarios/')) files.delete(path)
    if (path.startsWith('texts/'))
      files.set(path, files.get(path)!.replaceAll('"term_expired"', '"term_over"'))
  }
}

test.group('Where a case stands in its other version', () => {
  test('is written under the names of there: what waits keeps its key, its dates and whoever has it', async ({
    assert,
  }) => {
    const open = await openCase()
    const to = await publishNext(open.office.procedure, changed)
    const kept = ['review', 'withdrawal_received'].map((id) => ({ from: id, to: id }))
    const elements = [...kept, { from: 'term_expired', to: 'term_over' }]
    const { route } = await changeBy(open, await writtenPlan(open, to, { elements }))
    const before = await pageOf(open)
    await withLocked(open, async (trx, caseFile) => {
      const calendar = (await calendarsOf(open.town.id)).at(caseFile.seats)
      const planned = unwrap(planMove(caseFile, route, { at: FILED, calendar, reviewed: false }))
      const waits = await waitsOfCase(trx, caseFile.id)
      await writeMove(trx, { caseFile, waits, planned, route, at: FILED, actor: officerOf(open.town) })
    })
    const after = await pageOf(open)
    assert.deepEqual(after.tasks, before.tasks)
    assert.deepEqual(
      after.timers.map(({ element, ...timer }) => [element, timer]),
      before.timers.map(({ element: _element, ...timer }) => ['term_over', timer])
    )
    assert.equal(after.history.at(-1)?.kind, 'version_changed')
    assert.deepInclude(after.history.at(-1)?.data, {
      stands: ['review', 'term_over', 'withdrawal_received'],
      again: [],
    })
  })
})
