import { test } from '@japa/runner'
import { changeVersion } from '#cases/actions/change_version'
import { restoreVersion } from '#cases/actions/restore_version'
import { verifyTown } from '#start/verify'
import { FILED, PROCEED, answerTask, openCase, openTask, pageOf } from '#tests/support/open_case'
import { rowsOf } from '#tests/support/rows'
import { inTown } from '#tenancy/town_transaction'
import {
  carriedOut,
  changeBy,
  publishNext,
  receiptIn,
  redrawn,
  stopped,
  writtenPlan,
} from '#tests/support/versions'

const holds = async ({ town }: { town: { id: string } }) => (await verifyTown(town.id)).violations

/** The tasks, jobs and subscriptions of a town's cases, without what only says when they were written. */
const waiting = (townId: string) =>
  rowsOf(
    townId,
    `SELECT 'task' AS kind, key, element AS name, state, due_on::text AS due FROM tasks WHERE municipality_id = $1 AND state = 'open'
     UNION ALL SELECT kind, key, name, state, run_at::text FROM jobs WHERE municipality_id = $1 AND kind IN ('timer', 'activity')
     UNION ALL SELECT 'subscription', key, message, correlation, '' FROM subscriptions WHERE municipality_id = $1 ORDER BY 1, 2`
  )

/** A term watches the review from now on. */
const watched = (files: Map<string, string>) => {
  redrawn([
    '<bpmn:userTask id="review"',
    `<bpmn:boundaryEvent id="review_late" attachedToRef="review" cancelActivity="false"><bpmn:outgoing>flow_late</bpmn:outgoing>
       <bpmn:timerEventDefinition id="review_late_timer"><bpmn:timeDuration>5 working days</bpmn:timeDuration></bpmn:timerEventDefinition>
     </bpmn:boundaryEvent>
     <bpmn:endEvent id="review_was_late"><bpmn:incoming>flow_late</bpmn:incoming></bpmn:endEvent>
     <bpmn:sequenceFlow id="flow_late" sourceRef="review_late" targetRef="review_was_late" />
     <bpmn:userTask id="review"`,
  ])(files)
  for (const path of [...files.keys()].filter((one) => one.startsWith('scenarios/'))) files.delete(path)
}

test.group('A case that goes back to the version it came from', () => {
  test('stands as it stood, with all that waited for it', async ({ assert }) => {
    const open = await openCase()
    const [before, stood] = [await waiting(open.town.id), await pageOf(open)]
    const to = await publishNext(open.office.procedure, watched)
    const plan = await writtenPlan(open, to)
    await carriedOut(open, plan)
    assert.lengthOf(await waiting(open.town.id), before.length + 1, 'the new term watches the review')
    assert.equal((await openTask(open, 'review'))?.dueOn, '2026-03-09')
    assert.deepEqual(await holds(open), [])
    const back = await carriedOut(open, plan, { direction: 'back' })
    assert.include(back, { state: 'done', restored: 1, stays: 0 })
    assert.deepEqual(await waiting(open.town.id), before)
    const { caseFile } = await pageOf(open)
    assert.equal(caseFile.digest, open.office.procedure.digest)
    assert.deepEqual({ ...caseFile.workflow, sequence: 0 }, { ...stood.caseFile.workflow, sequence: 0 })
    assert.deepEqual(await holds(open), [])
    assert.isTrue((await answerTask(open, 'review', PROCEED)).ok)
  })

  test('has what was given up given back', async ({ assert }) => {
    const open = await openCase()
    const before = await waiting(open.town.id)
    const to = await publishNext(open.office.procedure)
    const kept = ['term_expired', 'withdrawal_received'].map((id) => ({ from: id, to: id }))
    const plan = await writtenPlan(open, to, { elements: [{ from: 'review', begin: 'resolve' }, ...kept] })
    await carriedOut(open, plan)
    assert.notExists(await openTask(open, 'review'))
    await carriedOut(open, plan, { direction: 'back' })
    assert.deepEqual(await waiting(open.town.id), before)
    assert.deepEqual(await holds(open), [])
    const again = await carriedOut(open, plan)
    assert.include(again, { moved: 1 })
    assert.exists(await openTask(open, 'resolve'), 'a number is given once, so that it can move anew')
    assert.deepEqual(await holds(open), [])
  })

  test('stays where it is once something has happened in it, and its receipt says so', async ({ assert }) => {
    const open = await openCase()
    const to = await publishNext(open.office.procedure)
    const plan = await writtenPlan(open, to)
    await carriedOut(open, plan)
    assert.isTrue((await answerTask(open, 'review', PROCEED)).ok)
    const back = await carriedOut(open, plan, { direction: 'back' })
    assert.include(back, { restored: 0, stays: 1 })
    assert.deepEqual(
      (await receiptIn(open, back.id))?.faults.map(({ code }) => code),
      ['gone_on']
    )
    assert.equal((await pageOf(open)).caseFile.digest, to.digest)
    assert.deepEqual(await holds(open), [])
  })

  test('goes back only by the plan that it came by', async ({ assert }) => {
    const open = await openCase()
    const to = await publishNext(open.office.procedure)
    await carriedOut(open, await writtenPlan(open, to))
    const other = await writtenPlan(open, to, { reason: { es: 'Otro', ca: 'Un altre', en: 'Another' } })
    const back = await carriedOut(open, other, { direction: 'back' })
    assert.include(back, { restored: 0, stays: 0 })
    assert.equal((await pageOf(open, FILED)).caseFile.digest, to.digest)
  })

  test('goes back once, and not where it never moved', async ({ assert }) => {
    const open = await openCase()
    const to = await publishNext(open.office.procedure)
    const change = await changeBy(open, await writtenPlan(open, to))
    const restore = (how: typeof change) =>
      inTown(open.town.id, (trx) => restoreVersion(trx, open.caseId, how))
    await inTown(open.town.id, (trx) => changeVersion(trx, open.caseId, change))
    assert.equal(await restore(change), 'done', 'that run has been at it')
    await stopped(open, change.runId)
    const back = await changeBy(open, await writtenPlan(open, to), { direction: 'back' })
    assert.equal(await restore(back), 'restored')
    await stopped(open, back.runId)
    const again = await changeBy(open, await writtenPlan(open, to), { direction: 'back' })
    assert.equal(await restore(again), 'stays')
    assert.equal((await pageOf(open)).caseFile.digest, open.office.procedure.digest)
  })
})
