import { test } from '@japa/runner'
import { StartMigration } from '#cases/actions/start_migration'
import { StopMigration } from '#cases/actions/stop_migration'
import { runById, runsOf } from '#cases/queries/migration_runs'
import { uuidv7 } from '#core/ids'
import { auditRows } from '#tests/support/audit_rows'
import { FILED, officerOf, openCase, pageOf } from '#tests/support/open_case'
import { publishNext, started, writtenPlan } from '#tests/support/versions'
import { settle } from '#tests/support/worker'

test.group('Carrying out a plan', () => {
  test('is begun with a reason, leaves an audit row, and is the worker’s from then on', async ({
    assert,
  }) => {
    const open = await openCase()
    const to = await publishNext(open.office.procedure)
    const runId = await started(open, await writtenPlan(open, to))
    const [row] = await auditRows(open.town.id, 'cases.migration_started')
    assert.include(row!.detail, {
      direction: 'forward',
      reason: 'the procedure was put right',
      to: to.digest,
    })
    assert.equal((await pageOf(open)).caseFile.digest, open.office.procedure.digest)
    await settle(open.town.id, FILED)
    assert.equal((await pageOf(open)).caseFile.digest, to.digest)
    assert.include(await runById(open.town.id, runId), { state: 'done', moved: 1 })
    const [ended] = await auditRows(open.town.id, 'cases.migration_ended')
    assert.deepEqual(ended!.detail, { moved: 1 })
  })

  test('is for some cases at first: so many, or a part of a hundred', async ({ assert }) => {
    const open = await openCase()
    const to = await publishNext(open.office.procedure)
    const plan = await writtenPlan(open, to)
    const begin = async (stage: object) => {
      const runId = await started(open, plan, { stage })
      const run = await runById(open.town.id, runId)
      await new StopMigration().execute({
        municipalityId: open.town.id,
        runId,
        actor: officerOf(open.town),
        at: FILED,
      })
      return run!.stage
    }
    assert.deepEqual(await begin({ limit: 5 }), { limit: 5 })
    assert.deepEqual(await begin({ percent: 10 }), { limit: 1 })
  })

  test('is refused without a reason, without a plan, with a stage that is none, and while another runs', async ({
    assert,
  }) => {
    const open = await openCase()
    const planId = await writtenPlan(open, await publishNext(open.office.procedure))
    const start = async (more: object) => {
      const given = {
        municipalityId: open.town.id,
        planId,
        direction: 'forward' as const,
        stage: {},
        reason: 'so',
      }
      const done = await new StartMigration().execute({
        ...given,
        actor: officerOf(open.town),
        at: FILED,
        ...more,
      })
      return done.ok ? 'started' : done.error
    }
    assert.equal(await start({ reason: '  ' }), 'no_reason')
    assert.equal(await start({ planId: uuidv7() }), 'not_found')
    assert.equal(await start({ stage: { limit: 0 } }), 'stage')
    assert.equal(await start({ stage: { percent: 101 } }), 'stage')
    assert.equal(await start({}), 'started')
    assert.equal(await start({}), 'running')
    assert.lengthOf(await runsOf(open.town.id, open.office.procedure.slug), 1)
  })
})
