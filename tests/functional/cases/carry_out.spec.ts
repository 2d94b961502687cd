import { AsyncResource } from 'node:async_hooks'
import { test } from '@japa/runner'
import { carryOut } from '#cases/actions/carry_out'
import { dryRun } from '#cases/queries/dry_run'
import { planById, routeOfPlan } from '#cases/queries/migration_plans'
import { runById, stayedIn } from '#cases/queries/migration_runs'
import { versionsInUse } from '#cases/queries/versions_in_use'
import { verifyTown } from '#start/verify'
import { goodAnswers } from '#tests/support/filing'
import { fileAt } from '#tests/support/moved_filing'
import { FILED, PROCEED, answerTask, openCase, type OpenCase, withLocked } from '#tests/support/open_case'
import { rowsOf } from '#tests/support/rows'
import { carriedOut, followed, publishNext, started, writtenPlan } from '#tests/support/versions'
import { settle } from '#tests/support/worker'

/** An office with so many cases, all of them waiting for their review. */
async function manyCases(count: number): Promise<OpenCase & { ids: string[] }> {
  const open = await openCase()
  const { office } = open
  const ids = [open.caseId]
  for (let n = 1; n < count; n += 1) {
    const { caseId } = await fileAt(office, office.procedure, { answers: goodAnswers(office), at: FILED })
    ids.push(caseId)
  }
  await settle(open.town.id, FILED)
  return { ...open, ids }
}

const versionsOf = (townId: string) =>
  rowsOf<{ digest: string; cases: number }>(
    townId,
    `SELECT digest, count(*)::int AS cases FROM case_files WHERE municipality_id = $1 GROUP BY digest ORDER BY cases`
  )

const receipts = (townId: string) =>
  rowsOf<{ case: string; outcome: string }>(
    townId,
    `SELECT case_id AS case, outcome FROM case_migrations WHERE municipality_id = $1 ORDER BY id`
  )

/** Does something beside the transaction in which it is called, as another process would. */
const outside = <Done>(work: () => Promise<Done>) => {
  const resource = new AsyncResource('outside')
  return () => resource.runInAsyncScope(work)
}

const batch = (most: number) => ({ at: FILED, moved: true, most })

test.group('A run over many cases', () => {
  test('goes through them a batch at a time, and says how far it has come', async ({ assert }) => {
    const open = await manyCases(5)
    const to = await publishNext(open.office.procedure)
    const runId = await started(open, await writtenPlan(open, to))
    assert.deepEqual(await carryOut(open.town.id, runId, batch(2)), { state: 'running', tried: 2, busy: 0 })
    assert.include(await runById(open.town.id, runId), { state: 'running', moved: 2 })
    assert.include(await followed(open, runId), { state: 'done', moved: 5, stays: 0 })
    assert.deepEqual(await versionsOf(open.town.id), [{ digest: to.digest, cases: 5 }])
    assert.deepEqual((await verifyTown(open.town.id)).violations, [])
  })

  test('moves no more than its stage says; the next stage takes those that are left', async ({ assert }) => {
    const open = await manyCases(5)
    const to = await publishNext(open.office.procedure)
    const plan = await writtenPlan(open, to)
    assert.include(await carriedOut(open, plan, { stage: { percent: 40 } }), { moved: 2 })
    assert.include(await carriedOut(open, plan, { stage: { limit: 1 } }), { moved: 1 })
    const cases = open.ids.slice(3, 4)
    assert.include(await carriedOut(open, plan, { stage: { cases } }), { moved: 1 })
    assert.include(await carriedOut(open, plan, { stage: { phase: 'resolution' } }), { moved: 0 })
    assert.include(await carriedOut(open, plan), { moved: 1 })
    const [now, before] = await versionsInUse(open.town.id, to.slug)
    assert.deepEqual([now?.cases, before?.cases, before?.offered], [5, 0, true])
  })

  test('is done once for each case, however many go through it at once', async ({ assert }) => {
    const open = await manyCases(8)
    const to = await publishNext(open.office.procedure)
    const runId = await started(open, await writtenPlan(open, to))
    await Promise.all([1, 2, 3].map(() => carryOut(open.town.id, runId, batch(8))))
    const run = await followed(open, runId)
    assert.include(run, { state: 'done', moved: 8, stays: 0 })
    assert.sameMembers(
      (await receipts(open.town.id)).map((one) => one.case),
      open.ids
    )
    assert.deepEqual((await verifyTown(open.town.id)).violations, [])
  })

  test('leaves a case that a clerk has open in a transaction for later, and moves the others meanwhile', async ({
    assert,
  }) => {
    const open = await manyCases(3)
    const to = await publishNext(open.office.procedure)
    const runId = await started(open, await writtenPlan(open, to))
    const beside = outside(() => carryOut(open.town.id, runId, batch(10)))
    await withLocked(open, async () => {
      assert.deepEqual(await beside(), { state: 'running', tried: 2, busy: 1 })
    })
    assert.include(await followed(open, runId), { state: 'done', moved: 3 })
    assert.deepEqual((await verifyTown(open.town.id)).violations, [])
  })

  test('gives up on a case that is never free, and lists it', async ({ assert }) => {
    const open = await manyCases(2)
    const to = await publishNext(open.office.procedure)
    const runId = await started(open, await writtenPlan(open, to))
    const beside = outside(() => carryOut(open.town.id, runId, { ...batch(10), lastCall: true }))
    await withLocked(open, beside)
    assert.include(await followed(open, runId), { state: 'done', moved: 1, stays: 1 })
    const [stayed] = await stayedIn(open.town.id, runId)
    assert.equal(stayed?.caseId, open.caseId)
    assert.deepEqual(
      stayed?.faults.map(({ code }) => code),
      ['busy']
    )
  })
})

test.group('A trial of a plan', () => {
  const tried = async (open: OpenCase, planId: string, stage = {}) =>
    dryRun(open.town.id, await routeOfPlan((await planById(open.town.id, planId))!), stage, FILED)

  test('counts what would move and what would stay, by class, element and reason, and writes nothing', async ({
    assert,
  }) => {
    const open = await manyCases(5)
    for (const caseId of open.ids.slice(0, 2))
      await answerTask({ town: open.town, caseId }, 'review', PROCEED)
    const to = await publishNext(open.office.procedure)
    const elements = ['review', 'term_expired', 'withdrawal_received'].map((id) => ({ from: id, to: id }))
    const plan = await writtenPlan(open, to, { elements })
    const before = await versionsOf(open.town.id)
    const trial = await tried(open, plan)
    assert.equal(trial.cases, 5)
    assert.deepEqual(
      trial.moves.map(({ class: how, cases, samples }) => [how, cases, samples.length]),
      [['safe', 3, 3]]
    )
    assert.deepEqual(
      trial.stays.map(({ code, element, cases, samples }) => [code, element, cases, samples.length]),
      [['no_target', 'resolve', 2, 2]]
    )
    assert.deepEqual(
      trial.elements.find(({ element }) => element === 'review'),
      { element: 'review', cases: 3, moves: 3 }
    )
    assert.deepEqual(
      trial.elements.find(({ element }) => element === 'resolve'),
      { element: 'resolve', cases: 2, moves: 0 }
    )
    assert.match(trial.moves[0]!.samples[0]!.number, /E-RE/)
    assert.deepEqual(await versionsOf(open.town.id), before)
    assert.isEmpty(await receipts(open.town.id))
    assert.equal((await tried(open, plan, { limit: 2 })).cases, 2)
  })

  test('is no promise: a case that has gone on since is looked at as it stands', async ({ assert }) => {
    const open = await manyCases(2)
    const to = await publishNext(open.office.procedure)
    const elements = ['review', 'term_expired', 'withdrawal_received'].map((id) => ({ from: id, to: id }))
    const plan = await writtenPlan(open, to, { elements })
    assert.equal((await tried(open, plan)).moves[0]?.cases, 2)
    await answerTask(open, 'review', PROCEED)
    const run = await carriedOut(open, plan)
    assert.include(run, { moved: 1, stays: 1 })
    const [stayed] = await stayedIn(open.town.id, run.id)
    assert.deepEqual(stayed?.faults, [{ code: 'no_target', element: 'resolve', detail: '' }])
    assert.deepEqual((await verifyTown(open.town.id)).violations, [])
  })
})
