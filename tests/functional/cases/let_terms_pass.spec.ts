import { test } from '@japa/runner'
import { letTermsPass } from '#cases/actions/let_terms_pass'
import { runJob } from '#cases/jobs/run_job'
import { notificationsOfCase } from '#notifications/queries/notifications'
import { verifyTown } from '#start/verify'
import { FILED, REQUIRE, answerTask, openCase, openTask, pageOf, withLocked } from '#tests/support/open_case'
import { requiredCase } from '#tests/support/required_case'
import { rowsOf } from '#tests/support/rows'
import { testTown } from '#tests/support/town'
import { settle, workUntil } from '#tests/support/worker'

const jobsOf = (townId: string, caseId: string) =>
  rowsOf(
    townId,
    `SELECT id, kind, name, attempts, run_at FROM jobs WHERE municipality_id = $1 AND case_id = $2 AND state = 'ready' AND kind <> 'reminder' ORDER BY run_at, id`,
    [caseId]
  )

const pausesOf = async (townId: string, caseId: string) =>
  (await rowsOf(townId, `SELECT pauses FROM case_files WHERE municipality_id = $1 AND id = $2`, [caseId]))[0]!
    .pauses

/** Claims a job, as the dispatcher does, and does it: whatever else of the case may be due. */
async function doOnly(townId: string, id: string, at: Date): Promise<void> {
  await rowsOf(townId, `UPDATE jobs SET attempts = attempts + 1 WHERE municipality_id = $1 AND id = $2`, [id])
  await runJob({ municipalityId: townId, id }, { at, moved: true })
}

test.group('A term that is over before somebody acts', () => {
  test('is over, though no worker has come: the answer is late, and the pause ends with the term (arts. 22.1.a, 68.1)', async ({
    assert,
  }) => {
    const open = await requiredCase()
    const { dueOn } = (await openTask(open, 'correction'))!
    const late = new Date('2026-03-25T10:00:00Z')
    assert.isBelow(Date.parse(dueOn!), late.getTime())
    const passed = await withLocked(open, (trx) => letTermsPass(trx, open.caseId, late))
    assert.equal(passed, 1)
    assert.isUndefined(await openTask(open, 'correction'))
    const refused = await answerTask(open, 'correction', {})
    assert.isFalse(refused.ok)
    await settle(open.town.id, late)
    assert.deepEqual(await pausesOf(open.town.id, open.caseId), [{ from: '2026-03-02', to: dueOn }])
    assert.deepEqual((await verifyTown(open.town.id)).violations, [])
  })

  test('passes once, and not before its instant', async ({ assert }) => {
    const open = await requiredCase()
    const pass = (at: Date) => withLocked(open, (trx) => letTermsPass(trx, open.caseId, at))
    assert.equal(await pass(FILED), 0)
    const late = new Date('2026-03-25T10:00:00Z')
    assert.equal(await pass(late), 1)
    assert.equal(await pass(late), 0)
  })

  test('leaves what another job has to do first to the workers', async ({ assert }) => {
    const open = await requiredCase()
    await rowsOf(
      open.town.id,
      `INSERT INTO jobs (municipality_id, id, kind, name, case_id, key, run_at, created_at)
       VALUES ($1, gen_random_uuid(), 'activity', 'cases.assign_unit', $2, 'elsewhere', $3, $3)`,
      [open.caseId, FILED.toISOString()]
    )
    const late = new Date('2026-03-25T10:00:00Z')
    assert.equal(await withLocked(open, (trx) => letTermsPass(trx, open.caseId, late)), 0)
  })

  test('of another town is not looked at', async ({ assert }) => {
    const open = await requiredCase()
    const other = await testTown()
    const late = new Date('2026-03-25T10:00:00Z')
    assert.equal(await withLocked({ ...open, town: other }, (trx) => letTermsPass(trx, open.caseId, late)), 0)
    assert.exists(await openTask(open, 'correction'))
  })
})

test.group('Two workers that are very late with one case', () => {
  test('do what fell due first first: the term was suspended before it could end (arts. 22.1.a and 24)', async ({
    assert,
  }) => {
    const open = await openCase()
    const { town, caseId } = open
    await answerTask(open, 'review', REQUIRE)
    await settle(town.id, FILED)
    const late = new Date('2026-07-01T10:00:00Z')
    const [expiry, term] = await jobsOf(town.id, caseId)
    assert.deepEqual([expiry!.kind, term!.kind], ['notification_expiry', 'timer'])
    // The second worker holds the end of the term to resolve, while the first has the notification's.
    await doOnly(town.id, term!.id, late)
    assert.equal((await jobsOf(town.id, caseId)).length, 2, 'it waits for its turn')
    assert.equal((await jobsOf(town.id, caseId))[1]!.attempts, 0, 'and that was no attempt')
    await doOnly(town.id, expiry!.id, late)
    await doOnly(town.id, term!.id, late)
    const [suspending] = await jobsOf(town.id, caseId)
    assert.equal(suspending!.name, 'cases.suspend_term')
    await workUntil(town.id, late)
    const [row] = await rowsOf(
      town.id,
      `SELECT silence_on FROM case_files WHERE municipality_id = $1 AND id = $2`,
      [caseId]
    )
    assert.isNull(row!.silence_on, 'the term did not end: it stood still since 13 March')
    const [pause] = await pausesOf(town.id, caseId)
    assert.equal(pause.from, '2026-03-13')
    assert.equal((await notificationsOfCase(town.id, caseId))[0]!.state, 'expired')
    assert.isAbove(Date.parse((await pageOf(open)).summary.dueOn!), Date.parse('2026-06-02'))
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })
})
