import { test } from '@japa/runner'
import { CompleteTask } from '#cases/actions/complete_task'
import { runJob } from '#cases/jobs/run_job'
import { casePage } from '#cases/queries/case_page'
import { relatedCases } from '#cases/queries/related_cases'
import { unwrap } from '#core/result'
import { verifyTown } from '#start/verify'
import { drawnProcedure, openDrawn } from '#tests/support/drawn_case'
import { cutAfterEach, keptOf } from '#tests/support/faults/cut_after'
import { FILED, officerOf } from '#tests/support/open_case'
import { testTown, type TestTown } from '#tests/support/town'
import { inTown } from '#tenancy/town_transaction'
import {
  call,
  draw,
  end,
  exclusive,
  message,
  on,
  parallel,
  receive,
  signal,
  start,
  throwing,
  timer,
  user,
  waitFor,
} from '../../unit/engine/builder.js'

/** After its first task everything happens in one step: a task with a term, a message sent and one awaited, a signal, a call, an incident. */
const BUSY = draw(
  `start -> review -> fork
   fork -> more -> join
   fork -> tell -> join
   fork -> shout -> join
   fork -> hears -> join
   fork -> asks -> join
   fork -> which
   which -> join : number(answers.request) > 1
   late -> join
   join -> done`,
  {
    start: start(),
    review: user('review'),
    fork: parallel(),
    more: user('review'),
    late: on('more', timer('10 working days'), { cancelActivity: 'false' }),
    tell: throwing(message('works_begun'), { 'fin:correlation': 'answers.request' }),
    shout: throwing(signal('storm')),
    hears: receive('works_finished'),
    asks: call('inspection', { in: { answers: '{ request: answers.request }' } }),
    which: exclusive(),
    join: exclusive(),
    done: end('done'),
  }
)
const CALLED = draw('start -> review -> done', { start: start(), review: user('review'), done: end('done') })
const HEARS = draw('start -> fork\nfork -> hears -> done\nfork -> listens -> done', {
  start: start(),
  fork: parallel(),
  hears: receive('works_begun', { 'fin:correlation': 'answers.request' }),
  listens: waitFor(signal('storm')),
  done: end('done'),
})

async function busy() {
  const town = await testTown()
  await drawnProcedure(town.id, 'inspection', CALLED)
  const about = { answers: { request: 'Major' } }
  const hears = await openDrawn(town.id, await drawnProcedure(town.id, 'hears', HEARS), about)
  const { caseId } = await openDrawn(town.id, await drawnProcedure(town.id, 'busy', BUSY), about)
  return { town, caseId, hears: hears.caseId }
}

const answer = async (town: TestTown, caseId: string) => {
  const { tasks } = (await casePage(town.id, caseId, FILED))!
  return () =>
    new CompleteTask()
      .execute({
        ...{ municipalityId: town.id, taskId: tasks[0]!.id, roles: ['case_handler'] },
        ...{ actor: officerOf(town), answers: { decision: 'yes' }, at: FILED, moved: true },
      })
      .then(unwrap)
}

/** Work of a kind that waits, as a worker that has claimed it would do it. */
async function jobOf(town: TestTown, kind: string) {
  const [job] = await inTown(town.id, (trx) =>
    trx.rows<{ id: string }>(
      `UPDATE jobs SET attempts = attempts + 1 WHERE municipality_id = $1 AND id = (
         SELECT id FROM jobs WHERE municipality_id = $1 AND kind = $2 ORDER BY run_at, id LIMIT 1) RETURNING id`,
      [town.id, kind]
    )
  )
  return async () => {
    const failed = await runJob({ municipalityId: town.id, id: job!.id }, { at: FILED, moved: true })
    if (failed) throw new Error(failed)
  }
}

test.group('A connection that is lost after any statement', () => {
  test('leaves all of a step or nothing of it: history, tasks, terms, messages, calls, incidents', async ({
    assert,
  }) => {
    const { town, caseId } = await busy()
    const { before, left } = await cutAfterEach(town.id, await answer(town, caseId))
    assert.isAbove(left.length, 8, 'there were statements to cut after')
    for (const kept of left) assert.deepEqual(kept, before)
    const { tasks, incidents, timers } = (await casePage(town.id, caseId, FILED))!
    assert.deepEqual([tasks.length, incidents.length, timers.length], [2, 1, 1])
    const after = await keptOf(town.id)
    for (const table of ['messages', 'subscriptions', 'jobs', 'incidents', 'case_events', 'audit_entries'])
      assert.notEqual(after[table], before[table], table)
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  }).timeout(60_000)

  test('leaves all of what one case brings about in others or nothing of it', async ({ assert }) => {
    const { town, caseId, hears } = await busy()
    const leavesAllOrNothing = async (kind: string) => {
      const { before, left } = await cutAfterEach(town.id, await jobOf(town, kind))
      assert.isAbove(left.length, 2, kind)
      for (const kept of left) assert.deepEqual(kept, before, kind)
    }
    await (
      await answer(town, caseId)
    )()
    for (const kind of ['call', 'signal', 'signal_heard', 'message_delivery', 'message_delivery'])
      await leavesAllOrNothing(kind)
    assert.lengthOf(await relatedCases(town.id, caseId), 1)
    assert.equal((await casePage(town.id, hears, FILED))!.summary.state, 'closed')
    const [child] = await relatedCases(town.id, caseId)
    await (
      await answer(town, child!.id)
    )()
    await leavesAllOrNothing('call_ended')
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  }).timeout(60_000)
})
