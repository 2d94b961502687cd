import { test } from '@japa/runner'
import { endCall, giveUpCalls } from '#cases/actions/end_call'
import { ModifyCase } from '#cases/actions/modify_case'
import { calledInTurn } from '#cases/queries/called_in_turn'
import { casePage } from '#cases/queries/case_page'
import { incidentsWithCases } from '#cases/queries/incidents_with_cases'
import { MOST_IN_TURN } from '#cases/queries/opened_in_turn'
import { standingDigest } from '#cases/queries/modification'
import { relatedCases } from '#cases/queries/related_cases'
import { RetryIncident } from '#cases/actions/retry_incident'
import { unwrap } from '#core/result'
import { verifyTown } from '#start/verify'
import { auditRows } from '#tests/support/audit_rows'
import { drawnProcedure, openDrawn } from '#tests/support/drawn_case'
import { FILED, answerTask, officerOf, withLocked } from '#tests/support/open_case'
import { countOf } from '#tests/support/rows'
import { testTown, type TestTown } from '#tests/support/town'
import { settle, workUntil } from '#tests/support/worker'
import {
  call,
  draw,
  end,
  ending,
  error,
  errorEnd,
  escalation,
  exclusive,
  on,
  parallel,
  start,
  sub,
  throwing,
  timer,
  user,
} from '../../unit/engine/builder.js'

const CHILD = draw(
  `start -> review -> which
   which -> fine : decision = "yes"
   which -> refused : default`,
  {
    start: start(),
    review: user('review', { out: { decision: 'result.decision' } }),
    which: exclusive(),
    fine: end('done'),
    refused: end('refused'),
  }
)

const PARENT = draw(
  `start -> asks -> more -> done
   no -> other -> done
   late -> gone`,
  {
    start: start(),
    asks: call('inspection', {
      in: { answers: '{ request: answers.request }' },
      out: { said: 'result.decision', how: 'result.outcome' },
    }),
    more: user('review'),
    other: user('review'),
    no: on('asks', error('refused')),
    late: on('asks', timer('10 natural days')),
    gone: end('done'),
    done: end('done'),
  }
)

/** Ends by an error, once it was looked at. */
const FAILING = draw('start -> review -> bad', {
  start: start(),
  review: user('review'),
  bad: errorEnd('unsafe', { 'fin:outcome': 'stopped' }),
})

const ASKED = { answers: { request: 'A lamp' } }

const opened = async () => {
  const town = await testTown()
  await drawnProcedure(town.id, 'inspection', CHILD)
  const { caseId } = await openDrawn(town.id, await drawnProcedure(town.id, 'parent', PARENT), {
    answers: { request: 'A lamp' },
  })
  const [child] = await relatedCases(town.id, caseId)
  return { town, caseId, child: child! }
}

const page = (town: TestTown, caseId: string) => casePage(town.id, caseId, FILED).then((found) => found!)
const openTasks = async (town: TestTown, caseId: string) =>
  (await page(town, caseId)).tasks.filter(({ state }) => state === 'open').map(({ element }) => element)
const answer = async (town: TestTown, caseId: string, decision: string) => {
  unwrap(await answerTask({ town, caseId }, 'review', { decision }))
  await settle(town.id, FILED)
}

test.group('A case that calls another procedure', () => {
  test('has it carried as a case of its own, with a number, and each names the other', async ({ assert }) => {
    const { town, caseId, child } = await opened()
    const [own, called] = [await page(town, caseId), await page(town, child.id)]
    assert.equal(child.how, 'called')
    assert.equal(called.summary.entryNumber, '2026-EO-000002')
    assert.deepEqual(called.caseFile.workflow.variables['answers'], { request: 'A lamp' })
    assert.equal(called.caseFile.slug, 'inspection')
    assert.deepEqual(await openTasks(town, child.id), ['review'])
    assert.deepEqual(await openTasks(town, caseId), [])
    assert.equal(own.history.find(({ kind }) => kind === 'case_called')?.data['case'], child.id)
    assert.equal(called.history.find(({ kind }) => kind === 'opened_ex_officio')?.data['parent'], caseId)
    assert.deepEqual(
      (await relatedCases(town.id, child.id)).map(({ id, how }) => [id, how]),
      [[caseId, 'caller']]
    )
    const rows = await auditRows(town.id, 'cases.opened_ex_officio')
    assert.deepInclude(rows.at(-1)!.detail, { cause: 'call', parent: caseId })
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })

  test('goes on with what came of it, once', async ({ assert }) => {
    const { town, caseId, child } = await opened()
    await answer(town, child.id, 'yes')
    assert.equal((await page(town, child.id)).summary.outcome, 'done')
    const { workflow } = (await page(town, caseId)).caseFile
    assert.deepInclude(workflow.variables, { said: 'yes', how: 'done' })
    assert.deepEqual(await openTasks(town, caseId), ['more'])
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })

  test('goes another way where an outcome is an error for it', async ({ assert }) => {
    const { town, caseId, child } = await opened()
    await answer(town, child.id, 'no')
    assert.equal((await page(town, child.id)).summary.outcome, 'refused')
    assert.deepEqual(await openTasks(town, caseId), ['other'])
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })

  test('has the error by which it ended, wherever its own process hears it', async ({ assert }) => {
    const town = await testTown()
    await drawnProcedure(town.id, 'inspection', FAILING)
    const catches = { any: on('asks', error()), around: on('part', error('unsafe')) }
    for (const [where, caught] of Object.entries(catches)) {
      const asks = call('inspection', { in: { answers: '{ request: answers.request }' } })
      const part = sub('s -> asks -> e', { s: start(), asks, e: end() })
      const flows = where === 'any' ? 'start -> asks -> more -> done' : 'start -> part -> more -> done'
      const parent = draw(`${flows}\ncaught -> other -> done`, {
        ...{ start: start(), more: user('review'), other: user('review'), done: end('done'), caught },
        ...(where === 'any' ? { asks } : { part }),
      })
      const { caseId } = await openDrawn(town.id, await drawnProcedure(town.id, where, parent), ASKED)
      const [child] = await relatedCases(town.id, caseId)
      await answer(town, child!.id, 'yes')
      const called = (await page(town, child!.id)).summary
      assert.deepEqual([called.state, called.outcome], ['closed', 'stopped'])
      assert.deepEqual(await openTasks(town, caseId), ['other'])
    }
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })

  test('stops where nothing hears that error, and has it carried anew once that is asked for', async ({
    assert,
  }) => {
    const town = await testTown()
    await drawnProcedure(town.id, 'inspection', FAILING)
    const { caseId } = await openDrawn(town.id, await drawnProcedure(town.id, 'parent', PARENT), ASKED)
    const [first] = await relatedCases(town.id, caseId)
    await answer(town, first!.id, 'yes')
    const [incident] = (await page(town, caseId)).incidents
    assert.deepInclude(incident, { element: 'asks', code: 'error_uncaught', detail: 'unsafe' })
    assert.deepEqual((await verifyTown(town.id)).violations, [])
    unwrap(
      await new RetryIncident().execute({
        ...{ municipalityId: town.id, incidentId: incident!.id, actor: officerOf(town) },
        ...{ reason: 'the wall was propped up', at: FILED },
      })
    )
    await settle(town.id, FILED)
    const called = await relatedCases(town.id, caseId)
    assert.lengthOf(called, 2)
    const again = called.find(({ id }) => id !== first!.id)!
    assert.deepEqual(await openTasks(town, again.id), ['review'])
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })

  test('hears once what it escalates, before its end, and goes on waiting', async ({ assert }) => {
    const town = await testTown()
    const child = draw('start -> tell -> review -> fine', {
      start: start(),
      tell: throwing(escalation('slow')),
      review: user('review'),
      fine: ending(escalation('late'), { 'fin:outcome': 'done' }),
    })
    const parent = draw('start -> asks -> done\nslow -> hurry -> told\nlate -> more -> told', {
      start: start(),
      asks: call('inspection', { in: { answers: '{ request: answers.request }' } }),
      slow: on('asks', escalation('slow'), { cancelActivity: 'false' }),
      late: on('asks', escalation('late'), { cancelActivity: 'false' }),
      hurry: user('review'),
      more: user('review'),
      told: end(),
      done: end('done'),
    })
    await drawnProcedure(town.id, 'inspection', child)
    const { caseId } = await openDrawn(town.id, await drawnProcedure(town.id, 'parent', parent), ASKED)
    await settle(town.id, FILED)
    assert.deepEqual(await openTasks(town, caseId), ['hurry'])
    const [called] = await relatedCases(town.id, caseId)
    await answer(town, called!.id, 'yes')
    assert.sameMembers(await openTasks(town, caseId), ['hurry', 'more'])
    assert.isUndefined(
      Object.values((await page(town, caseId)).caseFile.workflow.tokens).find(({ waits }) => waits === 'call')
    )
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })

  test('ends it when it no longer waits for it', async ({ assert }) => {
    const { town, caseId, child } = await opened()
    await workUntil(town.id, new Date('2026-04-01T00:00:00Z'), FILED)
    assert.equal((await page(town, caseId)).summary.state, 'closed')
    const called = await page(town, child.id)
    assert.equal(called.summary.state, 'closed')
    assert.deepEqual(await openTasks(town, child.id), [])
    assert.include(
      called.history.map(({ kind }) => kind),
      'call_given_up'
    )
    assert.lengthOf(await auditRows(town.id, 'cases.call_given_up'), 1)
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })

  test('ends it, and what that had called, with who moved it by hand and why', async ({ assert }) => {
    const town = await testTown()
    await drawnProcedure(town.id, 'inspection', CHILD)
    const between = draw('start -> asks -> done', {
      start: start(),
      asks: call('inspection', { in: { answers: '{ request: answers.request }' } }),
      done: end('done'),
    })
    await drawnProcedure(town.id, 'between', between)
    const calls = draw('start -> asks -> more -> done', {
      start: start(),
      asks: call('between', { in: { answers: '{ request: answers.request }' } }),
      more: user('review'),
      done: end('done'),
    })
    const { caseId } = await openDrawn(town.id, await drawnProcedure(town.id, 'parent', calls), ASKED)
    await settle(town.id, FILED)
    const { caseFile } = await page(town, caseId)
    const moving = {
      ...{ municipalityId: town.id, caseId, reason: 'they came by', at: FILED, moved: true },
      ...{ cancel: Object.keys(caseFile.workflow.tokens), activate: [{ element: 'more' }] },
      ...{ seen: standingDigest(caseFile), actor: officerOf(town) },
    }
    const calledThen = await calledInTurn(town.id, caseId, moving.cancel)
    assert.deepEqual(
      calledThen.map(({ slug }) => slug),
      ['between', 'inspection']
    )
    unwrap(await new ModifyCase().execute(moving))
    await settle(town.id, FILED)
    for (const { id } of calledThen) {
      const { summary, history } = await page(town, id)
      assert.equal(summary.state, 'closed')
      const line = history.find(({ kind }) => kind === 'call_given_up')!
      assert.deepInclude(line, { actorKind: 'officer', actorId: town.officer.id })
      assert.equal(line.data['reason'], 'they came by')
    }
    const rows = await auditRows(town.id, 'cases.call_given_up')
    assert.deepEqual(rows.map(({ actor }) => actor), [town.officer.id, town.officer.id]) // prettier-ignore
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })

  test('is told nothing by a case that nobody called, nor by one that is over of what it called', async ({
    assert,
  }) => {
    const { town, caseId, child } = await opened()
    const before = await countOf(town.id, 'jobs')
    await withLocked({ town, caseId }, (trx, { id, workflow }) => endCall(trx, { id, workflow }, FILED))
    assert.equal(await countOf(town.id, 'jobs'), before)
    await withLocked({ town, caseId: child.id }, (trx, { id, workflow }) =>
      endCall(trx, { id, workflow }, FILED)
    )
    assert.equal(await countOf(town.id, 'jobs'), before + 1)
    await withLocked({ town, caseId }, (trx) => giveUpCalls(trx, caseId, ['asks:99'], FILED))
    assert.equal(await countOf(town.id, 'jobs'), before + 1)
  })

  test('has an incident where the town does not offer it, and goes on once it does', async ({ assert }) => {
    const town = await testTown()
    const { caseId } = await openDrawn(town.id, await drawnProcedure(town.id, 'parent', PARENT), {
      answers: { request: 'A lamp' },
    })
    await settle(town.id, FILED)
    const [incident] = (await page(town, caseId)).incidents
    assert.include(incident!.detail, 'does not offer the procedure "inspection"')
    assert.deepInclude(incident, { element: 'asks', code: 'call_failed', jobId: null })
    const { history, caseFile } = await page(town, caseId)
    assert.deepEqual(history.at(-1)!.data['stopped'], { element: 'asks' })
    assert.include(
      Object.values(caseFile.workflow.tokens).map(
        ({ element, incident: stopped }) => `${element} ${stopped}`
      ),
      'asks call_failed'
    )
    assert.deepEqual((await verifyTown(town.id)).violations, [])
    await drawnProcedure(town.id, 'inspection', CHILD)
    unwrap(
      await new RetryIncident().execute({
        ...{ municipalityId: town.id, incidentId: incident!.id, actor: officerOf(town) },
        ...{ reason: 'it is offered now', at: FILED },
      })
    )
    await settle(town.id, FILED)
    assert.lengthOf(await relatedCases(town.id, caseId), 1)
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })

  test('stops as an incident where procedures call one another without end', async ({ assert }) => {
    const town = await testTown()
    const again = draw('start -> asks -> done', {
      start: start(),
      asks: call('again', { in: { answers: '{ request: answers.request }' } }),
      done: end('done'),
    })
    await openDrawn(town.id, await drawnProcedure(town.id, 'again', again), { answers: { request: 'A' } })
    await settle(town.id, FILED)
    assert.equal(await countOf(town.id, 'case_files'), MOST_IN_TURN)
    const [incident, ...more] = await incidentsWithCases(town.id)
    assert.isEmpty(more)
    assert.include(incident!.detail, 'opened one another in turn')
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })

  test('that was given up while it stood before a junction ends all the same', async ({ assert }) => {
    const town = await testTown()
    const forked = draw(
      `start -> fork -> review -> join -> done
       fork -> more -> join`,
      {
        start: start(),
        fork: parallel(),
        review: user('review'),
        more: user('review'),
        join: parallel(),
        done: end('done'),
      }
    )
    await drawnProcedure(town.id, 'inspection', forked)
    const { caseId } = await openDrawn(town.id, await drawnProcedure(town.id, 'parent', PARENT), {
      answers: { request: 'A lamp' },
    })
    const [child] = await relatedCases(town.id, caseId)
    await answer(town, child!.id, 'yes')
    await workUntil(town.id, new Date('2026-04-01T00:00:00Z'), FILED)
    const called = await page(town, child!.id)
    assert.deepEqual([called.summary.state, called.summary.hasIncident], ['closed', false])
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })
})
