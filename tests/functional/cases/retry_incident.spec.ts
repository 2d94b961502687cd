import { test } from '@japa/runner'
import { RetryIncident } from '#cases/actions/retry_incident'
import { activityJob } from '#cases/jobs/activity_job'
import { uuidv7 } from '#core/ids'
import { registerJob } from '#core/jobs/registry'
import { auditRows } from '#tests/support/audit_rows'
import {
  FILED,
  GRANT,
  PROCEED,
  answerTask,
  officerOf,
  openCase,
  pageOf,
  type OpenCase,
} from '#tests/support/open_case'
import { testTown } from '#tests/support/town'
import { settle } from '#tests/support/worker'

/** A case whose resolution can't be issued, and when the last attempt failed. */
async function stuckCase(mended: () => boolean) {
  const open = await openCase()
  registerJob('activity', {
    ...activityJob,
    run: (job, moment) =>
      job.name === 'documents.issue' && !mended()
        ? Promise.reject(new Error('the seal is locked'))
        : activityJob.run(job, moment),
  })
  await answerTask(open, 'review', PROCEED)
  await answerTask(open, 'resolve', GRANT)
  const { failures, now } = await settle(open.town.id, FILED)
  const incident = (await pageOf(open, now)).incidents.find(({ state }) => state === 'open')!
  return { open, now, failures, incident }
}

const retry = ({ town }: OpenCase, incidentId: string, at: Date) => ({
  municipalityId: town.id,
  incidentId,
  actor: officerOf(town),
  reason: ' the seal was unlocked ',
  at,
  moved: true,
})

test.group('What failed', (group) => {
  group.each.teardown(() => registerJob('activity', activityJob))

  test('becomes an incident, the case waits, and a retry ends it', async ({ assert }) => {
    let mended = false
    const { open, now, failures, incident } = await stuckCase(() => mended)
    assert.lengthOf(
      failures.filter((reason) => reason.includes('seal')),
      4
    )
    assert.equal(incident.code, 'activity_failed')
    assert.include(incident.detail, 'the seal is locked')
    assert.deepInclude((await pageOf(open, now)).summary, { hasIncident: true, state: 'open' })

    mended = true
    assert.isTrue((await new RetryIncident().execute(retry(open, incident.id, now))).ok)
    await settle(open.town.id, now)
    assert.deepInclude((await pageOf(open, now)).summary, {
      state: 'closed',
      outcome: 'granted',
      hasIncident: false,
    })
    const [row] = await auditRows(open.town.id, 'cases.incident_retried')
    assert.deepInclude(row!, { actor: open.town.officer.id, subject: incident.id })
    assert.deepInclude(row!.detail, { reason: 'the seal was unlocked', case: open.caseId })
  })

  test('is tried again for a reason, once', async ({ assert }) => {
    const { open, now, incident } = await stuckCase(() => false)
    const given = retry(open, incident.id, now)
    assert.deepEqual(await new RetryIncident().execute({ ...given, reason: ' ' }), {
      ok: false,
      error: 'no_reason',
    })
    assert.isTrue((await new RetryIncident().execute(given)).ok)
    assert.deepEqual(await new RetryIncident().execute(given), { ok: false, error: 'already_resolved' })
    assert.lengthOf(await auditRows(open.town.id, 'cases.incident_retried'), 1)
  })

  test('in another town is not found', async ({ assert }) => {
    const { open, now, incident } = await stuckCase(() => false)
    const other = await testTown()
    const given = retry(open, incident.id, now)
    for (const asked of [
      { ...given, municipalityId: other.id },
      { ...given, incidentId: uuidv7() },
    ])
      assert.deepEqual(await new RetryIncident().execute(asked), { ok: false, error: 'not_found' })
    assert.isTrue((await pageOf(open, now)).summary.hasIncident)
  })
})
