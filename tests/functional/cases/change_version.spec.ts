import { test } from '@japa/runner'
import { carryOut } from '#cases/actions/carry_out'
import { changeVersion } from '#cases/actions/change_version'
import { extendTerm } from '#cases/actions/extend_term'
import { dryRun } from '#cases/queries/dry_run'
import { planById, routeOfPlan } from '#cases/queries/migration_plans'
import { versionsOfCase } from '#cases/queries/versions_of_case'
import { unwrap } from '#core/result'
import { verifyTown } from '#start/verify'
import { auditRows } from '#tests/support/audit_rows'
import { plant } from '#tests/catalogue/small_procedure'
import {
  GRANT,
  PROCEED,
  REQUIRE,
  FILED,
  answerTask,
  openCase,
  openTask,
  pageOf,
  withLocked,
} from '#tests/support/open_case'
import { rowsOf } from '#tests/support/rows'
import {
  carriedOut,
  changeBy,
  publishNext,
  receiptIn,
  redrawn,
  started,
  withTerm,
  writtenPlan,
} from '#tests/support/versions'
import { settle, workUntil } from '#tests/support/worker'
import { inTown } from '#tenancy/town_transaction'

const holds = async ({ town }: { town: { id: string } }) => (await verifyTown(town.id)).violations

/** The review has another id, and nothing else is another. */
const renamed = redrawn(
  ['"review"', '"look"'],
  ['>review<', '>look<'],
  ['fin:form="look"', 'fin:form="review"'],
  ['fin:phase="look"', 'fin:phase="review"']
)
const said = (files: Map<string, string>) => {
  for (const language of ['es', 'ca', 'en']) {
    const { tasks } = JSON.parse(files.get(`texts/${language}.json`)!)
    const { review, ...others } = tasks
    plant(files, `texts/${language}.json`, '/tasks', { ...others, look: review })
  }
  for (const path of [...files.keys()].filter((one) => one.startsWith('scenarios/')))
    files.set(
      path,
      files.get(path)!.replaceAll('"review"', '"look"').replaceAll('"phase": "look"', '"phase": "review"')
    )
}

test.group('A case that moves to another version', () => {
  test('goes on where it stood, by its new version, and nothing of it is lost', async ({ assert }) => {
    const open = await openCase()
    const before = await pageOf(open)
    const to = await publishNext(open.office.procedure, (files) => (renamed(files), said(files)))
    const run = await carriedOut(open, await writtenPlan(open, to))
    assert.include(run, { state: 'done', moved: 1, stays: 0 })
    const after = await pageOf(open)
    assert.equal(after.caseFile.digest, to.digest)
    const [task] = after.tasks.filter(({ state }) => state === 'open')
    assert.include(task, { element: 'look', id: before.tasks[0]!.id, key: before.tasks[0]!.key })
    assert.deepEqual(
      after.timers.map(({ runAt, lastDay }) => [runAt, lastDay]),
      before.timers.map(({ runAt, lastDay }) => [runAt, lastDay])
    )
    assert.equal(after.summary.dueOn, before.summary.dueOn)
    assert.deepEqual(await holds(open), [])
    assert.isTrue((await answerTask(open, 'look', PROCEED)).ok)
    assert.isTrue((await answerTask(open, 'resolve', GRANT)).ok)
    await settle(open.town.id, FILED)
    assert.equal((await pageOf(open)).summary.outcome, 'granted')
    assert.deepEqual(await holds(open), [])
  })

  test('has its receipt, a line of its history that only the office sees, and an audit row', async ({
    assert,
  }) => {
    const open = await openCase()
    const to = await publishNext(open.office.procedure)
    const run = await carriedOut(open, await writtenPlan(open, to))
    const receipt = await receiptIn(open, run.id)
    assert.include(receipt, {
      outcome: 'moved',
      fromDigest: open.office.procedure.digest,
      toDigest: to.digest,
    })
    const line = (await pageOf(open)).history.find(({ kind }) => kind === 'version_changed')!
    assert.include(line.data, {
      from: open.office.procedure.digest,
      to: to.digest,
      plan: receipt!.planDigest,
    })
    assert.isFalse(line.public)
    assert.equal(line.actorId, open.town.officer.id)
    const [row] = await auditRows(open.town.id, 'cases.migrated')
    assert.include(row!.detail, {
      case: open.caseId,
      run: run.id,
      plan: receipt!.planDigest,
      outcome: 'moved',
    })
  })

  test('tells what happened before in the words of its time', async ({ assert }) => {
    const open = await openCase()
    await answerTask(open, 'review', PROCEED)
    const to = await publishNext(open.office.procedure, (files) => (renamed(files), said(files)))
    await carriedOut(open, await writtenPlan(open, to))
    const { caseFile, history, tasks } = await pageOf(open)
    const versions = await versionsOfCase(open.town.id, caseFile)
    assert.equal(versions.ofLine(history[0]!).digest, open.office.procedure.digest)
    assert.equal(versions.ofLine({ id: 'ffffffff-ffff-7fff-bfff-ffffffffffff' }).digest, to.digest)
    assert.equal(tasks.find(({ state }) => state === 'done')?.element, 'review')
    assert.deepEqual(await holds(open), [])
  })

  test('keeps the term that it was filed under, unless the plan says by which law it gets a shorter one', async ({
    assert,
  }) => {
    const [kept, given] = [await openCase(), await openCase()]
    const to = await publishNext(kept.office.procedure, withTerm(2))
    const before = await pageOf(kept)
    await carriedOut(kept, await writtenPlan(kept, to))
    const after = await pageOf(kept)
    assert.equal(after.summary.dueOn, before.summary.dueOn)
    assert.deepEqual(after.caseFile.law, { term: kept.office.procedure.digest })
    assert.deepEqual(
      after.timers.map(({ term }) => term),
      [{ amount: 3, unit: 'months' }]
    )

    const ground = 'Ordenanza, disposición transitoria única'
    const planId = await writtenPlan(given, to, {
      law: { follow: ['term'], ground },
      timers: [{ element: 'term_expired', count: 'again', ground }],
    })
    const route = await routeOfPlan((await planById(given.town.id, planId))!)
    const { days } = await dryRun(given.town.id, route, {}, FILED)
    const number = (await pageOf(given)).summary.entryNumber
    const day = { id: given.caseId, number, lastDay: '2026-05-04', before: before.summary.dueOn }
    assert.deepEqual(days, [{ element: null, cases: 1, samples: [day] }], 'the trial tells it before')
    await carriedOut(given, planId)
    const moved = await pageOf(given)
    assert.equal(
      moved.summary.dueOn,
      '2026-05-04',
      'two months from the day it was filed, 2 May being a Saturday'
    )
    assert.deepEqual(
      moved.timers.map(({ term, lastDay }) => [term, lastDay]),
      [[{ amount: 2, unit: 'months' }, '2026-05-04']]
    )
    assert.isNull(moved.caseFile.law)
    const line = moved.history.find(({ kind }) => kind === 'term_recounted')!
    assert.isTrue(line.public, 'whoever waits is told')
    const { dueOn } = before.summary
    assert.deepEqual(line.data, {
      ...{ by: 'version', dueOn: '2026-05-04', before: dueOn },
      timers: [{ element: 'term_expired', lastDay: '2026-05-04', before: dueOn }],
    })
    for (const open of [kept, given]) assert.deepEqual(await holds(open), [])
    await workUntil(given.town.id, new Date('2026-05-06T09:00:00Z'))
    assert.equal((await pageOf(given)).caseFile.silenceOn, '2026-05-05')
    assert.deepEqual(await holds(given), [])
  })

  test('keeps what its term was extended by, also where that is counted again', async ({ assert }) => {
    const open = await openCase()
    const by = { amount: 1, unit: 'months' as const }
    unwrap(await withLocked(open, (trx, caseFile) => extendTerm(trx, { caseFile, at: FILED }, { by })))
    const to = await publishNext(open.office.procedure, withTerm(2))
    const ground = 'Ordenanza, disposición transitoria única'
    await carriedOut(
      open,
      await writtenPlan(open, to, {
        law: { follow: ['term'], ground },
        timers: [{ element: 'term_expired', count: 'again', ground }],
      })
    )
    const { summary, timers } = await pageOf(open)
    assert.equal(summary.dueOn, '2026-06-02', 'two months and one')
    assert.deepEqual(
      timers.map(({ lastDay }) => lastDay),
      ['2026-06-02']
    )
    assert.deepEqual(await holds(open), [])
  })

  test('does not get a longer term, whatever the plan says', async ({ assert }) => {
    const open = await openCase()
    const to = await publishNext(open.office.procedure, withTerm(6))
    const run = await carriedOut(
      open,
      await writtenPlan(open, to, { law: { follow: ['term'], ground: 'art. 21' } })
    )
    assert.include(run, { moved: 0, stays: 1 })
    assert.deepEqual(
      (await receiptIn(open, run.id))?.faults.map(({ code }) => code),
      ['law_unfavourable']
    )
    assert.equal((await pageOf(open)).caseFile.digest, open.office.procedure.digest)
  })

  test('stays, and is listed with the reason, where nothing says where it goes on', async ({ assert }) => {
    const open = await openCase()
    const to = await publishNext(open.office.procedure, (files) => (renamed(files), said(files)))
    const run = await carriedOut(
      open,
      await writtenPlan(open, to, { elements: [{ from: 'term_expired', to: 'term_expired' }] })
    )
    assert.include(run, { state: 'done', moved: 0, stays: 1 })
    const { faults, outcome } = (await receiptIn(open, run.id))!
    assert.equal(outcome, 'stays')
    assert.includeDeepMembers(faults, [{ code: 'no_target', element: 'review', detail: '' }])
    assert.equal((await pageOf(open)).caseFile.digest, open.office.procedure.digest)
    assert.deepEqual(await holds(open), [])
  })

  test('asks anew where a form asks something else, and whoever is interested is told so', async ({
    assert,
  }) => {
    const open = await openCase()
    await answerTask(open, 'review', REQUIRE)
    await settle(open.town.id, FILED)
    await workUntil(open.town.id, new Date('2026-03-20T09:00:00Z'), FILED)
    assert.exists(await openTask(open, 'correction'))
    const to = await publishNext(open.office.procedure, (files) => {
      for (const language of ['es', 'ca', 'en'])
        plant(files, `texts/${language}.json`, '/forms/correction/fields/answer/label', 'Say it anew')
    })
    const at = new Date('2026-03-20T10:00:00Z')
    const run = await carriedOut(open, await writtenPlan(open, to), { at })
    assert.include(run, { moved: 1, stays: 0 })
    const { history } = await pageOf(open)
    const line = history.find(({ kind }) => kind === 'version_changed')!
    assert.deepInclude(line.data, { asked: ['correction'], class: 're_ask' })
    assert.isTrue(line.public)
    assert.deepEqual(await holds(open), [])
  })

  test('is left to whoever looks at it where a change asks for that, and moves once somebody has', async ({
    assert,
  }) => {
    const open = await openCase()
    const to = await publishNext(open.office.procedure)
    const plan = await writtenPlan(open, to, {
      elements: [
        { from: 'review', begin: 'resolve' },
        ...['term_expired', 'withdrawal_received'].map((id) => ({ from: id, to: id })),
      ],
      classes: [{ change: 'begun', class: 'needs_clerk' }],
    })
    const run = await carriedOut(open, plan)
    assert.deepEqual((await receiptIn(open, run.id))?.faults, [
      { code: 'needs_clerk', element: 'review', detail: 'begun' },
    ])
    const again = await carriedOut(open, plan, { stage: { cases: [open.caseId], reviewed: true } })
    assert.include(again, { moved: 1, stays: 0 })
    assert.exists(await openTask(open, 'resolve'))
    assert.notExists(await openTask(open, 'review'))
    assert.deepEqual(await holds(open), [])
  })

  test('waits for whoever has it, and for the worker that has one of its activities in hand', async ({
    assert,
  }) => {
    const open = await openCase()
    const to = await publishNext(open.office.procedure)
    await rowsOf(
      open.town.id,
      `INSERT INTO jobs (municipality_id, id, kind, case_id, key, run_at, created_at, locked_until)
       VALUES ($1, $2, 'activity', $3, 'x:1', now(), now(), now() + interval '1 minute')`,
      ['01990000-0000-7000-8000-000000000001', open.caseId]
    )
    const plan = await writtenPlan(open, to)
    const runId = await started(open, plan)
    const batch = { at: FILED, moved: true, most: 10 }
    assert.deepEqual(await carryOut(open.town.id, runId, batch), { state: 'running', tried: 0, busy: 1 })
    await rowsOf(open.town.id, `DELETE FROM jobs WHERE municipality_id = $1 AND key = 'x:1'`)
    assert.deepEqual(await carryOut(open.town.id, runId, batch), { state: 'running', tried: 1, busy: 0 })
    assert.equal((await pageOf(open)).caseFile.digest, to.digest)
  })

  test('is at its place once: asked again in the same run nothing happens', async ({ assert }) => {
    const open = await openCase()
    const to = await publishNext(open.office.procedure)
    const change = await changeBy(open, await writtenPlan(open, to))
    const move = () => inTown(open.town.id, (trx) => changeVersion(trx, open.caseId, change))
    assert.equal(await move(), 'moved')
    assert.equal(await move(), 'done')
    assert.lengthOf(await auditRows(open.town.id, 'cases.migrated'), 1)
  })

  test('is a case of its town: another town moves nothing', async ({ assert }) => {
    const [open, other] = [await openCase(), await openCase()]
    const to = await publishNext(open.office.procedure)
    const change = await changeBy(open, await writtenPlan(open, to))
    assert.equal(await inTown(other.town.id, (trx) => changeVersion(trx, open.caseId, change)), 'busy')
    assert.equal((await pageOf(open)).caseFile.digest, open.office.procedure.digest)
  })
})
