import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { SYSTEM } from '#audit/types'
import { advanceCase } from '#cases/actions/advance_case'
import { RetryIncident } from '#cases/actions/retry_incident'
import { comingIn } from '#cases/queries/coming'
import { ownCase } from '#cases/queries/cases_of_person'
import { unwrap } from '#core/result'
import DaysByHand from '#database/migrations/0034_days_by_hand'
import { verifyTown } from '#start/verify'
import { drawnProcedure, openDrawn } from '#tests/support/drawn_case'
import { FILED, GRANT, PROCEED, answerTask, officerOf, openCase, pageOf } from '#tests/support/open_case'
import { rowsOf } from '#tests/support/rows'
import { addPerson, testTown } from '#tests/support/town'
import { settle, workUntil } from '#tests/support/worker'
import { inTown } from '#tenancy/town_transaction'
import { draw, end, many, on, start, timer, user, waitFor, work } from '../../unit/engine/builder.js'

test.group('A step of a case', () => {
  test('that comes twice or late changes nothing', async ({ assert }) => {
    const open = await openCase()
    const { town, caseId } = open
    const before = await pageOf(open)
    const event = { type: 'done' as const, key: before.tasks[0]!.key, result: PROCEED }
    const how = { at: FILED, actor: officerOf(town) }
    assert.isTrue(await inTown(town.id, (trx) => advanceCase(trx, caseId, event, how)))
    const after = await pageOf(open)
    assert.isFalse(await inTown(town.id, (trx) => advanceCase(trx, caseId, event, how)))
    assert.isFalse(
      await inTown(town.id, (trx) => advanceCase(trx, caseId, { type: 'trigger', key: 'gone:99' }, how))
    )
    assert.deepEqual(await pageOf(open), after)
  })

  test('that orders nothing is kept all the same: each of several answers counts', async ({ assert }) => {
    const town = await testTown()
    const asked = draw('start -> review -> end', {
      start: start(),
      review: many(user('review'), { 'fin:collection': '[1, 2, 3]' }),
      end: end('done'),
    })
    const { caseId } = await openDrawn(town.id, await drawnProcedure(town.id, 'asked', asked))
    const open = { town, caseId }
    for (const left of [2, 1, 0]) {
      unwrap(await answerTask(open, 'review', { decision: 'yes' }))
      const { tasks } = await pageOf(open)
      assert.lengthOf(
        tasks.filter(({ state }) => state === 'open'),
        left
      )
      assert.deepEqual((await verifyTown(town.id)).violations, [])
    }
    assert.deepInclude((await pageOf(open)).summary, { state: 'closed', outcome: 'done' })
  })

  test('that comes back, first on a day and then a term later each time, is due as it was drawn', async ({
    assert,
  }) => {
    const town = await testTown()
    const reminded = draw('start -> review -> end\nreminder -> again', {
      start: start(),
      review: user('review'),
      reminder: on('review', timer('R3/2026-03-10/5 working days', 'timeCycle'), { cancelActivity: 'false' }),
      again: end(),
      end: end('done'),
    })
    const { caseId } = await openDrawn(town.id, await drawnProcedure(town.id, 'reminded', reminded))
    const due = async () =>
      (
        await rowsOf<{ at: Date }>(
          town.id,
          `SELECT run_at AS at FROM jobs WHERE municipality_id = $1 AND kind = 'timer'`
        )
      ).map(({ at }) => at)
    const fired: string[] = []
    for (let [next] = await due(); next; [next] = await due()) {
      assert.deepEqual((await verifyTown(town.id)).violations, [])
      fired.push(next.toISOString().slice(0, 10))
      await workUntil(town.id, next)
    }
    // midnight is an hour before UTC has it; from the 10th, five working days are over with the 16th, five more with the 23rd
    assert.deepEqual(fired, ['2026-03-09', '2026-03-16', '2026-03-23'])
    assert.deepInclude((await pageOf({ town, caseId })).summary, { state: 'open' })
  })

  test('whose result can not be worked with keeps it: no task is open again, and mending the variables goes on', async ({
    assert,
  }) => {
    const town = await testTown()
    const shared = draw('start -> count -> review -> end', {
      start: start(),
      count: work({ people: '0' }),
      review: user('review', { out: { share: '10 / people' } }),
      end: end('done'),
    })
    const procedure = await drawnProcedure(town.id, 'shared', shared)
    const open = { town, ...(await openDrawn(town.id, procedure)) }
    unwrap(await answerTask(open, 'review', { decision: 'yes' }))
    assert.deepEqual((await verifyTown(town.id)).violations, [])
    const [incident] = await rowsOf<{ id: string; code: string }>(
      town.id,
      `SELECT id, code FROM incidents WHERE municipality_id = $1 AND state = 'open'`
    )
    assert.equal(incident?.code, 'expression_failed')
    unwrap(
      await new RetryIncident().execute({
        municipalityId: town.id,
        incidentId: incident!.id,
        actor: officerOf(town),
        reason: 'there are four',
        variables: { people: 4 },
        at: FILED,
      })
    )
    assert.deepInclude((await pageOf(open)).summary, { state: 'closed', outcome: 'done' })
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })

  test('that a date watches can be done on that day, and is over after it (art. 30)', async ({ assert }) => {
    const town = await testTown()
    const until = draw('start -> review -> end\nover -> late', {
      start: start(),
      review: user('review'),
      over: on('review', timer('2026-03-13', 'timeDate')),
      late: end('late'),
      end: end('done'),
    })
    const procedure = await drawnProcedure(town.id, 'until', until)
    const [open, other] = [await openDrawn(town.id, procedure), await openDrawn(town.id, procedure)]
    const [task] = (await pageOf({ town, ...open })).tasks
    assert.equal(task!.dueOn, '2026-03-13')
    const [coming] = await comingIn(town.id, open.caseId)
    assert.deepInclude(coming, { lastDay: '2026-03-13', at: new Date('2026-03-13T23:00:00Z') })
    assert.deepEqual((await verifyTown(town.id)).violations, [])
    const evening = new Date('2026-03-13T22:59:00Z')
    await workUntil(town.id, evening)
    unwrap(await answerTask({ town, ...open }, 'review', { decision: 'yes' }, { at: evening }))
    await workUntil(town.id, new Date('2026-03-13T23:00:00Z'))
    const outcomes = await Promise.all([open, other].map((one) => pageOf({ town, ...one })))
    assert.deepEqual(outcomes.map(({ summary }) => summary.outcome), ['done', 'late']) // prettier-ignore
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })

  test('that a date is awaited for comes with its first instant, and has no last day', async ({ assert }) => {
    const town = await testTown()
    const opens = draw('start -> opens -> end', {
      start: start(),
      opens: waitFor(timer('2026-03-13', 'timeDate')),
      end: end('done'),
    })
    const { caseId } = await openDrawn(town.id, await drawnProcedure(town.id, 'opens', opens))
    const [coming] = await comingIn(town.id, caseId)
    assert.deepInclude(coming, { lastDay: null, at: new Date('2026-03-12T23:00:00Z') })
    assert.deepEqual((await verifyTown(town.id)).violations, [])
    await workUntil(town.id, new Date('2026-03-12T23:00:00Z'))
    assert.equal((await pageOf({ town, caseId })).summary.outcome, 'done')
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })

  test('that was waited for as dates were counted before is mended by the house: a border keeps its day, nothing else has one', async ({
    assert,
  }) => {
    const town = await testTown()
    const dated = draw('start -> review -> opens -> end\nover -> late', {
      start: start(),
      review: user('review'),
      over: on('review', timer('2026-03-13', 'timeDate')),
      opens: waitFor(timer('2026-03-20', 'timeDate')),
      late: end('late'),
      end: end('done'),
    })
    const procedure = await drawnProcedure(town.id, 'dated', dated)
    const [, waits] = [await openDrawn(town.id, procedure), await openDrawn(town.id, procedure)]
    unwrap(await answerTask({ town, ...waits }, 'review', { decision: 'yes' }))
    const timers = () =>
      rowsOf(
        town.id,
        `SELECT name, input, run_at AS at FROM jobs WHERE municipality_id = $1 AND kind = 'timer' ORDER BY name`
      )
    const counted = await timers()
    assert.deepEqual(counted.map(({ name }) => name), ['opens', 'over']) // prettier-ignore
    await rowsOf(
      town.id,
      `UPDATE jobs SET input = input - 'through' || jsonb_build_object('lastDay', input ->> 'date'),
         run_at = (input ->> 'date')::timestamp AT TIME ZONE 'Europe/Madrid' WHERE municipality_id = $1 AND kind = 'timer'`
    )
    assert.lengthOf((await verifyTown(town.id)).violations, 2)
    const mending = new DaysByHand(db.connection('owner'), 'x', false).statements().at(-1)!
    await db.connection('owner').transaction((trx) => trx.rawQuery(mending))
    assert.deepEqual(await timers(), counted)
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })

  test('asked for by another town moves nothing', async ({ assert }) => {
    const open = await openCase()
    const before = await pageOf(open)
    const event = { type: 'done' as const, key: before.tasks[0]!.key, result: PROCEED }
    const other = await testTown()
    assert.isFalse(
      await inTown(other.id, (trx) => advanceCase(trx, open.caseId, event, { at: FILED, actor: SYSTEM }))
    )
    assert.deepEqual(await pageOf(open), before)
  })

  test('is undone whole when the transaction that brings it fails', async ({ assert }) => {
    const open = await openCase()
    const before = await pageOf(open)
    const event = { type: 'done' as const, key: before.tasks[0]!.key, result: PROCEED }
    await assert.rejects(() =>
      inTown(open.town.id, async (trx) => {
        await advanceCase(trx, open.caseId, event, { at: FILED, actor: officerOf(open.town) })
        throw new Error('the power went')
      })
    )
    assert.deepEqual(await pageOf(open), before)
  })

  test('is one line of the history, and the citizen reads the changes of phase only', async ({ assert }) => {
    const open = await openCase()
    const { town, caseId } = open
    const steps = (await pageOf(open)).history.filter(({ kind }) => kind === 'step')
    const events = steps.map(({ data }) => String(data['event']).replace(/:\d+$/, ''))
    assert.deepEqual(events, ['start', 'done assign_unit', 'done send_received'])
    const own = await ownCase(town.id, town.person.id, caseId)
    assert.isTrue(own!.history.every((line) => line.public))
    assert.deepEqual(
      own!.history.map(({ data }) => data['phase']),
      ['received', 'review']
    )
    assert.isNull(await ownCase(town.id, (await addPerson(town.id)).id, caseId))
  })

  test('comes after the one before it, also where the clock of another process was behind', async ({
    assert,
  }) => {
    const open = await openCase()
    const { town, caseId } = open
    const { key } = (await pageOf(open)).tasks[0]!
    const anHourAgo = { at: new Date(FILED.getTime() - 3_600_000), actor: officerOf(town) }
    const event = { type: 'done' as const, key, result: PROCEED }
    assert.isTrue(await inTown(town.id, (trx) => advanceCase(trx, caseId, event, anHourAgo)))
    const steps = (await pageOf(open)).history.filter(({ kind }) => kind === 'step')
    assert.equal(steps.at(-1)!.data['event'], `done ${key}`)
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })

  test('ends everything that still waited when the case ends', async ({ assert }) => {
    const open = await openCase()
    const { town, caseId } = open
    await answerTask(open, 'review', PROCEED)
    await answerTask(open, 'resolve', GRANT)
    await settle(town.id, FILED)
    const page = await pageOf(open)
    assert.deepInclude(page.summary, {
      state: 'closed',
      outcome: 'granted',
      phase: 'closed',
      hasIncident: false,
    })
    assert.lengthOf(page.timers, 0)
    assert.lengthOf(
      await rowsOf(town.id, `SELECT 1 FROM subscriptions WHERE municipality_id = $1 AND case_id = $2`, [
        caseId,
      ]),
      0
    )
    assert.sameMembers(
      page.documents.map(({ kind }) => kind),
      ['filing', 'receipt', 'resolution']
    )
  })
})
