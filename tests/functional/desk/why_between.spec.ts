import { test } from '@japa/runner'
import { unwrap } from '#core/result'
import { atTheDesk } from '#tests/support/desk_visitor'
import { drawnProcedure, openDrawn } from '#tests/support/drawn_case'
import { FILED, answerTask } from '#tests/support/open_case'
import { testTown, type TestTown } from '#tests/support/town'
import { rowsOfTown } from '#tenancy/town_transaction'
import { settle } from '#tests/support/worker'
import {
  call,
  draw,
  end,
  ending,
  message,
  signal,
  start,
  startBy,
  user,
  waitFor,
} from '../../unit/engine/builder.js'

const ANSWERS = { answers: { request: 'Major' } }

async function told(town: TestTown, caseId: string) {
  const visitor = await atTheDesk(town, town.officer)
  const { history, beside } = (await visitor.get(`/desk/cases/${caseId}`)).props as any
  const line = (title: string) => history.find((one: any) => one.title.startsWith(title))
  const why = (one: any): Record<string, string[]> =>
    Object.fromEntries(one.why.map(({ label, lines }: any) => [label, lines]))
  return { history, beside, line, why }
}

const review = async (town: TestTown, caseId: string) => {
  unwrap(await answerTask({ town, caseId }, 'review', { decision: 'yes' }))
  await settle(town.id, FILED)
}

test.group('Why, between cases', () => {
  test('a case that calls another says what led to it, whom it waits for, and what its end brought', async ({
    assert,
  }) => {
    const town = await testTown()
    const called = draw('start -> review -> done', {
      start: start(),
      review: user('review'),
      done: end('done'),
    })
    const calls = draw('start -> review -> asks -> done', {
      start: start(),
      review: user('review'),
      asks: call('inspection', { in: { answers: '{ request: answers.request }' } }),
      done: end('done'),
    })
    await drawnProcedure(town.id, 'inspection', called)
    const { caseId, number } = await openDrawn(
      town.id,
      await drawnProcedure(town.id, 'calls', calls),
      ANSWERS
    )
    await review(town, caseId)
    const waiting = await told(town, caseId)
    const [other] = waiting.beside.related
    assert.isTrue(other.awaited)
    const begun = waiting.line(`Case ${other.number} was opened`)
    assert.deepEqual(begun.cases, [{ id: other.id, number: other.number }])
    const facts = waiting.why(begun)
    assert.match(facts['What happened']![0]!, /^Done: “Called review”/)
    assert.deepEqual(facts['Element'], ['“Called asks” (asks in the drawing)'])
    const opened = (await told(town, other.id)).line('Opened ex officio')
    assert.deepEqual(opened.cases, [{ id: caseId, number }])
    await review(town, other.id)
    const after = await told(town, caseId)
    assert.isFalse(after.beside.related[0].awaited)
    assert.match(
      after.why(after.line('Closed'))['What happened']!.at(-1)!,
      /^The case that “Called asks” called has ended/
    )
  })

  test('what comes from another case is told with that case, by its number', async ({ assert }) => {
    const town = await testTown()
    const hears = draw('start -> told -> done', {
      start: start(),
      told: waitFor(message('works_begun'), { 'fin:correlation': 'answers.request' }),
      done: end('done'),
    })
    const begins = draw('start -> review -> done', {
      start: startBy(signal('storm'), { out: { said: 'result.said' } }),
      review: user('review'),
      done: end('done'),
    })
    const sends = draw('start -> tell', {
      start: start(),
      tell: ending(message('works_begun'), { 'fin:correlation': 'answers.request' }),
    })
    const shouts = draw('start -> shout', {
      start: start(),
      shout: ending(signal('storm'), { in: { said: '"run"' } }),
    })
    const heard = await openDrawn(town.id, await drawnProcedure(town.id, 'hears', hears), ANSWERS)
    const sent = await openDrawn(town.id, await drawnProcedure(town.id, 'sends', sends), ANSWERS)
    const line = (await told(town, heard.caseId)).line('Message received')
    assert.deepEqual(line.cases, [{ id: sent.caseId, number: sent.number }])
    await drawnProcedure(town.id, 'begins', begins)
    const thrown = await openDrawn(town.id, await drawnProcedure(town.id, 'shouts', shouts), ANSWERS)
    const [begun] = await rowsOfTown<{ id: string }>(
      town.id,
      `SELECT id FROM case_files WHERE municipality_id = $1 AND slug = 'begins'`,
      [town.id],
      'begun'
    )
    const opened = (await told(town, begun!.id)).line('Opened ex officio')
    assert.deepEqual(opened.details, ['storm'])
    assert.deepEqual(opened.cases, [{ id: thrown.caseId, number: thrown.number }])
  })
})
