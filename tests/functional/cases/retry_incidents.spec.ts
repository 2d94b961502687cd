import { test } from '@japa/runner'
import { RetryIncidents } from '#cases/actions/retry_incidents'
import { commonCauses } from '#cases/queries/incident_causes'
import { incidentsWithCases } from '#cases/queries/incidents_with_cases'
import { finishJob } from '#core/jobs/finish'
import { enqueue, newJob } from '#core/jobs/enqueue'
import { registerJob } from '#core/jobs/registry'
import { auditRows } from '#tests/support/audit_rows'
import { FILED, officerOf } from '#tests/support/open_case'
import { testTown, type TestTown } from '#tests/support/town'
import { settle } from '#tests/support/worker'
import { inTown } from '#tenancy/town_transaction'

/** A service that is down: what asks it fails for its own number, but for the same cause. */
async function outage(town: TestTown, works: () => boolean, count = 3) {
  registerJob('test_outage', {
    run: (job) =>
      inTown(job.municipalityId, async (trx) => {
        if (!works()) throw new Error(`no answer from the register to question ${job.key}`)
        await finishJob(trx, job)
      }),
  })
  const jobs = Array.from({ length: count }, (_, index) =>
    newJob('test_outage', FILED, { key: String(1000 + index), max_attempts: 1 })
  )
  await inTown(town.id, (trx) => enqueue(trx, [...jobs, newJob('test_unknown', FILED, { max_attempts: 1 })]))
  await settle(town.id, FILED)
}

const retry = (town: TestTown, cause: string, reason = 'the register is back') =>
  new RetryIncidents().execute({
    ...{ municipalityId: town.id, cause, reason, actor: officerOf(town), at: FILED, moved: true },
  })

test.group('What failed for the same cause', () => {
  test('is one line, and is tried again together, each with its row in the trail', async ({ assert }) => {
    const town = await testTown()
    let works = false
    await outage(town, () => works)
    const [cause, ...others] = await commonCauses(town.id)
    assert.isEmpty(others, 'what failed alone is no common cause')
    assert.equal(cause!.count, 3)
    works = true
    assert.deepEqual(await retry(town, cause!.cause), { ok: true, value: { retried: 3, again: 0 } })
    await settle(town.id, FILED)
    assert.lengthOf(await incidentsWithCases(town.id), 1)
    const rows = await auditRows(town.id, 'cases.incident_retried')
    assert.deepEqual(
      rows.map(({ detail }) => (detail as any).reason),
      Array.from({ length: 3 }, () => 'the register is back')
    )
  })

  test('needs a reason, and something that waits', async ({ assert }) => {
    const town = await testTown()
    await outage(town, () => false)
    const [cause] = await commonCauses(town.id)
    assert.deepEqual(await retry(town, cause!.cause, ' '), { ok: false, error: 'no_reason' })
    assert.deepEqual(await retry(town, 'none'), { ok: false, error: 'none' })
    assert.lengthOf(await incidentsWithCases(town.id), 4)
  })

  test('in another town is left alone', async ({ assert }) => {
    const [town, other] = [await testTown(), await testTown()]
    await outage(town, () => false)
    const [cause] = await commonCauses(town.id)
    assert.deepEqual(await retry(other, cause!.cause), { ok: false, error: 'none' })
    assert.lengthOf(await incidentsWithCases(town.id), 4)
  })
})
