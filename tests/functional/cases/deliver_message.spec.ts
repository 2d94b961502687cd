import { test } from '@japa/runner'
import { deliverMessage } from '#cases/actions/deliver_message'
import { SendMessage } from '#cases/actions/send_message'
import { casePage } from '#cases/queries/case_page'
import { incidentsWithCases } from '#cases/queries/incidents_with_cases'
import { MOST_IN_TURN } from '#cases/queries/opened_in_turn'
import { uuidv7 } from '#core/ids'
import { unwrap } from '#core/result'
import { verifyTown } from '#start/verify'
import { drawnProcedure, openDrawn } from '#tests/support/drawn_case'
import { FILED } from '#tests/support/open_case'
import { testTown, type TestTown } from '#tests/support/town'
import { settle, workUntil } from '#tests/support/worker'
import { inTown } from '#tenancy/town_transaction'
import {
  draw,
  end,
  ending,
  message,
  receive,
  signal,
  start,
  startBy,
  throwing,
  user,
  waitFor,
} from '../../unit/engine/builder.js'

const SENDS = draw('start -> tell -> done', {
  start: start(),
  tell: throwing(message('works_finished'), {
    in: { said: 'answers.request' },
    'fin:correlation': 'answers.request',
  }),
  done: end('done'),
})
const HEARS = draw('start -> hears -> done', {
  start: start(),
  hears: receive('works_finished', { 'fin:correlation': 'answers.request', out: { said: 'result.said' } }),
  done: end('done'),
})
const BEGINS = draw('begun -> review -> done', {
  begun: startBy(message('works_finished'), { out: { said: 'result.said' } }),
  review: user('review'),
  done: end('done'),
})
const SHOUTS = draw('start -> shout', {
  start: start(),
  shout: ending(signal('storm'), { in: { said: '"run"' } }),
})
const LISTENS = draw('start -> listens -> done', {
  start: start(),
  listens: waitFor(signal('storm'), { out: { said: 'result.said' } }),
  done: end('done'),
})

const about = (request: string) => ({ answers: { request } })
const standing = async (town: TestTown, caseId: string) => {
  const { summary, caseFile } = (await casePage(town.id, caseId, FILED))!
  return [summary.state, caseFile.workflow.variables['said'] ?? null]
}
const casesOf = (town: TestTown, slug: string) =>
  inTown(town.id, (trx) =>
    trx.rows<{ id: string }>(
      `SELECT id FROM case_files WHERE municipality_id = $1 AND slug = $2 ORDER BY id`,
      [town.id, slug]
    )
  )

test.group('A message between cases', () => {
  test('goes from the one that throws it to the one that waits for it', async ({ assert }) => {
    const town = await testTown()
    const hears = await openDrawn(town.id, await drawnProcedure(town.id, 'hears', HEARS), about('Major'))
    const sends = await openDrawn(town.id, await drawnProcedure(town.id, 'sends', SENDS), about('Major'))
    assert.deepEqual(await standing(town, hears.caseId), ['closed', 'Major'])
    const { history } = (await casePage(town.id, hears.caseId, FILED))!
    assert.equal(history.find(({ kind }) => kind === 'message_received')?.data['from'], sends.caseId)
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })

  test('is kept when it is thrown before the other waits, and told of in its sender’s history when it expires', async ({
    assert,
  }) => {
    const town = await testTown()
    const sends = await drawnProcedure(town.id, 'sends', SENDS)
    const [first, second] = [
      await openDrawn(town.id, sends, about('Major')),
      await openDrawn(town.id, sends, about('Menor')),
    ]
    const hears = await openDrawn(town.id, await drawnProcedure(town.id, 'hears', HEARS), about('Major'))
    assert.deepEqual(await standing(town, hears.caseId), ['closed', 'Major'])
    await workUntil(town.id, new Date('2026-05-01T00:00:00Z'), FILED)
    const expired = async (caseId: string) =>
      (await casePage(town.id, caseId, FILED))!.history.filter(({ kind }) => kind === 'message_expired')
        .length
    assert.deepEqual([await expired(first.caseId), await expired(second.caseId)], [0, 1])
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })

  test('begins a procedure where nobody waits for it: one case, ex officio', async ({ assert }) => {
    const town = await testTown()
    await drawnProcedure(town.id, 'begins', BEGINS)
    const hears = await openDrawn(town.id, await drawnProcedure(town.id, 'hears', HEARS), about('Major'))
    const send = (key: string) =>
      new SendMessage().execute({
        ...{ municipalityId: town.id, key, name: 'works.finished', about: 'Major', payload: { said: key } },
        ...{ actor: { kind: 'system', id: 'system' }, at: FILED, moved: true },
      })
    unwrap(await send('a'))
    await settle(town.id, FILED)
    assert.lengthOf(await casesOf(town, 'begins'), 0)
    assert.deepEqual(await standing(town, hears.caseId), ['closed', 'a'])
    unwrap(await send('b'))
    unwrap(await send('b'))
    await settle(town.id, FILED)
    const [begun, ...more] = await casesOf(town, 'begins')
    assert.isEmpty(more)
    assert.deepEqual(await standing(town, begun!.id), ['open', 'b'])
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })

  test('begins no case that sends it again and again without end', async ({ assert }) => {
    const town = await testTown()
    const echo = draw('begun -> tell -> done', {
      begun: startBy(message('works_finished')),
      tell: throwing(message('works_finished')),
      done: end('done'),
    })
    await drawnProcedure(town.id, 'echo', echo)
    const send = {
      municipalityId: town.id,
      key: 'a',
      name: 'works.finished',
      payload: {},
      at: FILED,
      moved: true,
    }
    unwrap(await new SendMessage().execute({ ...send, actor: { kind: 'system', id: 'system' } }))
    await settle(town.id, FILED)
    assert.lengthOf(await casesOf(town, 'echo'), MOST_IN_TURN)
    assert.lengthOf(await incidentsWithCases(town.id), 1)
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })

  test('that is none is gone', async ({ assert }) => {
    const town = await testTown()
    assert.equal(await deliverMessage(town.id, uuidv7(), { at: FILED }), 'gone')
  })
})

test.group('A signal', () => {
  test('reaches each case that listens, once, and none that began to listen later', async ({ assert }) => {
    const town = await testTown()
    const listens = await drawnProcedure(town.id, 'listens', LISTENS)
    const open = () => openDrawn(town.id, listens)
    const [first, second] = [await open(), await open()]
    await openDrawn(town.id, await drawnProcedure(town.id, 'shouts', SHOUTS))
    const late = await openDrawn(town.id, listens, {}, { at: new Date(FILED.getTime() + 60_000) })
    await settle(town.id, FILED)
    for (const { caseId } of [first, second])
      assert.deepEqual(await standing(town, caseId), ['closed', 'run'])
    assert.deepEqual(await standing(town, late.caseId), ['open', null])
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })

  test('begins a procedure that begins by it', async ({ assert }) => {
    const town = await testTown()
    const begins = draw('begun -> review -> done', {
      begun: startBy(signal('storm'), { out: { said: 'result.said' } }),
      review: user('review'),
      done: end('done'),
    })
    await drawnProcedure(town.id, 'begins', begins)
    await openDrawn(town.id, await drawnProcedure(town.id, 'shouts', SHOUTS))
    const [begun, ...more] = await casesOf(town, 'begins')
    assert.isEmpty(more)
    assert.deepEqual(await standing(town, begun!.id), ['open', 'run'])
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })

  test('of another town is not heard here', async ({ assert }) => {
    const [here, there] = [await testTown(), await testTown()]
    const listening = await openDrawn(here.id, await drawnProcedure(here.id, 'listens', LISTENS))
    await openDrawn(there.id, await drawnProcedure(there.id, 'shouts', SHOUTS))
    await settle(here.id, FILED)
    assert.deepEqual(await standing(here, listening.caseId), ['open', null])
  })
})
