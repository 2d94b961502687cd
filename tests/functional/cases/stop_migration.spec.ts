import { test } from '@japa/runner'
import { carryOut } from '#cases/actions/carry_out'
import { StopMigration } from '#cases/actions/stop_migration'
import { runById } from '#cases/queries/migration_runs'
import { auditRows } from '#tests/support/audit_rows'
import { FILED, officerOf, openCase, pageOf } from '#tests/support/open_case'
import { testTown } from '#tests/support/town'
import { carriedOut, publishNext, started, writtenPlan } from '#tests/support/versions'

test.group('A run that is stopped', () => {
  test('moves no further case; beginning again goes on with those that are left', async ({ assert }) => {
    const open = await openCase()
    const to = await publishNext(open.office.procedure)
    const plan = await writtenPlan(open, to)
    const runId = await started(open, plan)
    const stop = { municipalityId: open.town.id, runId, actor: officerOf(open.town), at: FILED }
    assert.isTrue((await new StopMigration().execute(stop)).ok)
    assert.deepEqual(await carryOut(open.town.id, runId, { at: FILED, moved: true, most: 10 }), {
      ...{ state: 'stopped', tried: 0, busy: 0 },
    })
    assert.equal((await pageOf(open)).caseFile.digest, open.office.procedure.digest)
    assert.include(await runById(open.town.id, runId), { state: 'stopped', moved: 0 })
    assert.lengthOf(await auditRows(open.town.id, 'cases.migration_stopped'), 1)
    assert.include(await carriedOut(open, plan), { state: 'done', moved: 1 })
  })

  test('is not stopped twice, nor by another town', async ({ assert }) => {
    const open = await openCase()
    const runId = await started(open, await writtenPlan(open, await publishNext(open.office.procedure)))
    const stop = (municipalityId: string) =>
      new StopMigration().execute({ municipalityId, runId, actor: officerOf(open.town), at: FILED })
    assert.deepEqual(await stop((await testTown()).id), { ok: false, error: 'not_running' })
    assert.isTrue((await stop(open.town.id)).ok)
    assert.deepEqual(await stop(open.town.id), { ok: false, error: 'not_running' })
  })
})
