import { test } from '@japa/runner'
import { claimDue } from '#cases/jobs/due_jobs'
import { runJob } from '#cases/jobs/run_job'
import { incidentsWithCases } from '#cases/queries/incidents_with_cases'
import { RetryIncident } from '#cases/actions/retry_incident'
import { enqueue, newJob } from '#core/jobs/enqueue'
import { finishJob, JobLostError } from '#core/jobs/finish'
import { registerJob } from '#core/jobs/registry'
import { testTown } from '#tests/support/town'
import { inTown } from '#tenancy/town_transaction'

const jobsOf = (town: string) =>
  inTown(town, (trx) =>
    trx.rows<{
      id: string
      state: string
      attempts: number
      run_at: Date
      locked_until: Date | null
      last_error: string | null
    }>(
      `SELECT id, state, attempts, run_at, locked_until, last_error FROM jobs WHERE municipality_id = $1 ORDER BY id`,
      [town]
    )
  )

/** Takes every due job of a town, as several workers would at once; what belongs to others is left. */
async function claimedOf(town: string, workers: number): Promise<string[]> {
  const claims = await Promise.all(Array.from({ length: workers }, () => claimDue(1000)))
  return claims
    .flat()
    .filter((job) => job.municipalityId === town)
    .map(({ id }) => id)
}

test.group('The outbox', () => {
  test('gives a job to one worker only, however many ask at once', async ({ assert }) => {
    const town = await testTown()
    const jobs = Array.from({ length: 60 }, () => newJob('test_nothing', new Date()))
    await inTown(town.id, (trx) => enqueue(trx, jobs))
    const claimed = await claimedOf(town.id, 4)
    assert.sameMembers(
      claimed,
      jobs.map(({ id }) => id)
    )
    assert.lengthOf(await claimedOf(town.id, 2), 0)
  })

  test('leaves what is not yet due alone', async ({ assert }) => {
    const town = await testTown()
    const later = newJob('test_nothing', new Date(), {
      run_at: new Date(Date.now() + 3_600_000).toISOString(),
    })
    await inTown(town.id, (trx) => enqueue(trx, [later]))
    assert.lengthOf(await claimedOf(town.id, 1), 0)
  })

  test('ends a job with its effects or not at all', async ({ assert }) => {
    const town = await testTown()
    registerJob('test_crash', {
      run: (job) =>
        inTown(job.municipalityId, async (trx) => {
          await trx.rows(`UPDATE units SET slug = 'changed' WHERE municipality_id = $1`, [town.id])
          await finishJob(trx, job)
          throw new Error('the power went')
        }),
    })
    await inTown(town.id, (trx) => enqueue(trx, [newJob('test_crash', new Date())]))
    const [id] = await claimedOf(town.id, 1)
    const reason = await runJob({ municipalityId: town.id, id: id as string }, { at: new Date() })
    assert.equal(reason, 'Error: the power went')
    const [job] = await jobsOf(town.id)
    assert.equal(job?.state, 'ready')
    assert.isAbove(job!.locked_until!.getTime(), Date.now(), 'it is tried again later')
    assert.isBelow(job!.run_at.getTime(), Date.now(), 'and keeps the instant at which it fell due')
    const units = await inTown(town.id, (trx) =>
      trx.rows<{ slug: string }>(`SELECT slug FROM units WHERE municipality_id = $1`, [town.id])
    )
    assert.equal(units[0]?.slug, 'general')
  })

  test('lets no worker commit what it was too slow to keep', async ({ assert }) => {
    const town = await testTown()
    await inTown(town.id, (trx) => enqueue(trx, [newJob('test_nothing', new Date())]))
    const [row] = await jobsOf(town.id)
    await inTown(town.id, (trx) =>
      trx.rows(`UPDATE jobs SET attempts = 2 WHERE municipality_id = $1`, [town.id])
    )
    const slow = {
      municipalityId: town.id,
      id: row!.id,
      kind: '',
      name: '',
      caseId: null,
      key: '',
      input: {},
      attempt: 1,
      maxAttempts: 5,
      createdAt: new Date(),
      runAt: new Date(),
    }
    await assert.rejects(() => inTown(town.id, (trx) => finishJob(trx, slow)), JobLostError as any)
  })

  test('leaves a job that takes longer than its lease to whoever does it', async ({ assert }) => {
    const town = await testTown()
    const begun: number[] = []
    registerJob('test_long', {
      run: async (job) => {
        begun.push(job.attempt)
        await new Promise((resolve) => setTimeout(resolve, 900))
        await inTown(job.municipalityId, (trx) => finishJob(trx, job))
      },
    })
    await inTown(town.id, (trx) => enqueue(trx, [newJob('test_long', new Date())]))
    const [id] = await claimedOf(town.id, 1)
    const shorten = () =>
      inTown(town.id, (trx) =>
        trx.rows(
          `UPDATE jobs SET locked_until = now() + interval '300 milliseconds' WHERE municipality_id = $1`,
          [town.id]
        )
      )
    await shorten()
    const done = runJob({ municipalityId: town.id, id: id as string }, { at: new Date() }, 100)
    await new Promise((resolve) => setTimeout(resolve, 600))
    assert.lengthOf(await claimedOf(town.id, 1), 0, 'its first lease is over, and was renewed')
    assert.isNull(await done)
    assert.deepEqual(begun, [1])
    assert.lengthOf(await jobsOf(town.id), 0)
  })

  test('gives a job whose worker is gone to another, and the first commits nothing', async ({ assert }) => {
    const town = await testTown()
    let first = () => {}
    const waits = new Promise<void>((resolve) => (first = resolve))
    const ended: number[] = []
    registerJob('test_stalled', {
      run: async (job) => {
        if (job.attempt === 1) await waits
        await inTown(job.municipalityId, async (trx) => {
          await finishJob(trx, job)
          ended.push(job.attempt)
        })
      },
    })
    await inTown(town.id, (trx) => enqueue(trx, [newJob('test_stalled', new Date())]))
    const [id] = await claimedOf(town.id, 1)
    const due = { municipalityId: town.id, id: id as string }
    const stalled = runJob(due, { at: new Date() })
    await new Promise((resolve) => setTimeout(resolve, 100))
    await inTown(town.id, (trx) =>
      trx.rows(`UPDATE jobs SET locked_until = now() - interval '1 second' WHERE municipality_id = $1`, [
        town.id,
      ])
    )
    assert.deepEqual(await claimedOf(town.id, 1), [id])
    assert.isNull(await runJob(due, { at: new Date() }))
    first()
    assert.isNull(await stalled)
    assert.deepEqual(ended, [2])
  })

  test('turns the last failure into an incident, and a retry takes the job up again', async ({ assert }) => {
    const town = await testTown()
    let broken = true
    registerJob('test_mended', {
      run: (job) =>
        inTown(job.municipalityId, async (trx) => {
          if (broken) throw new Error('no connection')
          await finishJob(trx, job)
        }),
    })
    await inTown(town.id, (trx) => enqueue(trx, [newJob('test_mended', new Date(), { max_attempts: 1 })]))
    const [id] = await claimedOf(town.id, 1)
    const due = { municipalityId: town.id, id: id as string }
    await runJob(due, { at: new Date() })
    const [incident] = await incidentsWithCases(town.id)
    assert.equal(incident?.code, 'job_failed')
    assert.equal(incident?.detail, 'Error: no connection')
    assert.lengthOf(await claimedOf(town.id, 1), 0)

    broken = false
    const actor = { kind: 'officer' as const, id: town.officer.id }
    const retry = { municipalityId: town.id, incidentId: incident!.id, actor, at: new Date() }
    assert.deepEqual(await new RetryIncident().execute({ ...retry, reason: ' ' }), {
      ok: false,
      error: 'no_reason',
    })
    assert.isTrue((await new RetryIncident().execute({ ...retry, reason: 'the server is back' })).ok)
    assert.deepEqual(await new RetryIncident().execute({ ...retry, reason: 'again' }), {
      ok: false,
      error: 'already_resolved',
    })
    assert.deepEqual(await claimedOf(town.id, 1), [id])
    assert.isNull(await runJob(due, { at: new Date() }))
    assert.lengthOf(await jobsOf(town.id), 0)
    assert.lengthOf(await incidentsWithCases(town.id), 0)
  })

  test('counts the attempts of a job that takes its worker down with it', async ({ assert }) => {
    const town = await testTown()
    registerJob('test_deadly', { run: () => assert.fail('it is not tried once more') as never })
    await inTown(town.id, (trx) => enqueue(trx, [newJob('test_deadly', new Date(), { max_attempts: 2 })]))
    await inTown(town.id, (trx) =>
      trx.rows(`UPDATE jobs SET attempts = 2 WHERE municipality_id = $1`, [town.id])
    )
    const [id] = await claimedOf(town.id, 1)
    await runJob({ municipalityId: town.id, id: id as string }, { at: new Date() })
    assert.lengthOf(await incidentsWithCases(town.id), 1)
  })
})
