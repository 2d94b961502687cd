import { test } from '@japa/runner'
import { SendMessage, type Sending } from '#cases/actions/send_message'
import { casePage } from '#cases/queries/case_page'
import type { CompiledProcedure } from '#catalogue/types'
import { unwrap } from '#core/result'
import { verifyTown } from '#start/verify'
import { auditRows } from '#tests/support/audit_rows'
import { drawnProcedure, openDrawn } from '#tests/support/drawn_case'
import { FILED } from '#tests/support/open_case'
import { testTown, type TestTown } from '#tests/support/town'
import { settle, workUntil } from '#tests/support/worker'
import { inTown } from '#tenancy/town_transaction'
import { draw, end, receive, start } from '../../unit/engine/builder.js'

const DAY_MS = 86_400_000
const days = (count: number) => new Date(FILED.getTime() + count * DAY_MS)

const WAITS = draw('start -> hears -> done', {
  start: start(),
  hears: receive('works_finished', { 'fin:correlation': 'answers.request', out: { said: 'result.said' } }),
  done: end('done'),
})

interface Place {
  town: TestTown
  procedure: CompiledProcedure
}

async function place(): Promise<Place> {
  const town = await testTown()
  return { town, procedure: await drawnProcedure(town.id, 'waits', WAITS) }
}

const opened = async ({ town, procedure }: Place, street: string, at = FILED) =>
  (await openDrawn(town.id, procedure, { answers: { request: street } }, { at })).caseId

const sending = ({ town }: Place, key: string, more: Partial<Sending> = {}): Sending => ({
  ...{ municipalityId: town.id, key, name: 'works.finished', about: 'Major', payload: { said: 'ready' } },
  ...{ actor: { kind: 'system', id: 'system' }, at: FILED, moved: true },
  ...more,
})

const stateOf = async ({ town }: Place, caseId: string) => {
  const { summary, caseFile } = (await casePage(town.id, caseId, FILED))!
  return [summary.state, caseFile.workflow.variables['said'] ?? null]
}

const messagesOf = ({ town }: Place) =>
  inTown(town.id, (trx) =>
    trx.rows<{ state: string; case_id: string | null; payload: unknown }>(
      `SELECT state, case_id, payload FROM messages WHERE municipality_id = $1 ORDER BY id`,
      [town.id]
    )
  )

test.group('A message', () => {
  test('reaches the one case that waits for it by name and by what it is about', async ({ assert }) => {
    const at = await place()
    const [other, mine] = [await opened(at, 'Menor'), await opened(at, 'Major')]
    unwrap(await new SendMessage().execute(sending(at, 'a')))
    await settle(at.town.id, FILED)
    assert.deepEqual(await stateOf(at, mine), ['closed', 'ready'])
    assert.deepEqual(await stateOf(at, other), ['open', null])
    assert.deepEqual(await messagesOf(at), [{ state: 'delivered', case_id: mine, payload: null }])
    const [row] = await auditRows(at.town.id, 'cases.message_sent')
    assert.deepInclude(row!.detail, { name: 'works.finished', about: 'Major' })
    assert.deepEqual((await verifyTown(at.town.id)).violations, [])
  })

  test('that comes before anybody waits is kept, and given to the first who does', async ({ assert }) => {
    const at = await place()
    unwrap(await new SendMessage().execute(sending(at, 'a')))
    await settle(at.town.id, FILED)
    assert.deepEqual(
      (await messagesOf(at)).map(({ state }) => state),
      ['waiting']
    )
    assert.deepEqual((await verifyTown(at.town.id)).violations, [])
    const first = await opened(at, 'Major', days(2))
    const second = await opened(at, 'Major', days(3))
    assert.deepEqual(await stateOf(at, first), ['closed', 'ready'])
    assert.deepEqual(await stateOf(at, second), ['open', null])
    const { history } = (await casePage(at.town.id, first, days(3)))!
    assert.equal(
      history.find(({ kind }) => kind === 'message_received')?.at.toISOString(),
      days(2).toISOString(),
      'it happens when the case began to wait'
    )
    assert.deepEqual((await verifyTown(at.town.id)).violations, [])
  })

  test('goes to whoever has waited longest where several do; the next goes to the next', async ({
    assert,
  }) => {
    const at = await place()
    const [first, second] = [await opened(at, 'Major'), await opened(at, 'Major', days(1))]
    unwrap(await new SendMessage().execute(sending(at, 'a', { at: days(2) })))
    await settle(at.town.id, days(2))
    assert.deepEqual(await stateOf(at, first), ['closed', 'ready'])
    assert.deepEqual(await stateOf(at, second), ['open', null])
    unwrap(await new SendMessage().execute(sending(at, 'b', { at: days(3), payload: { said: 'again' } })))
    await settle(at.town.id, days(3))
    assert.deepEqual(await stateOf(at, second), ['closed', 'again'])
  })

  test('sent again under the same id is the same message, also at the same time', async ({ assert }) => {
    const at = await place()
    const sent = await Promise.all(
      Array.from({ length: 6 }, async () => unwrap(await new SendMessage().execute(sending(at, 'a'))))
    )
    assert.lengthOf(new Set(sent), 1)
    const [first, second] = [await opened(at, 'Major'), await opened(at, 'Major')]
    assert.equal(unwrap(await new SendMessage().execute(sending(at, 'a'))), sent[0])
    await settle(at.town.id, days(1))
    assert.deepEqual(
      [await stateOf(at, first), await stateOf(at, second)],
      [
        ['closed', 'ready'],
        ['open', null],
      ]
    )
    assert.lengthOf(await auditRows(at.town.id, 'cases.message_sent'), 1)
  })

  test('is no other one: nothing else is sent under its id, also when it has been delivered', async ({
    assert,
  }) => {
    const at = await place()
    const otherwise: Partial<Sending>[] = [
      { payload: { said: 'late' } },
      { about: 'Menor' },
      { name: 'works.begun' },
    ]
    const refusals = async () => {
      for (const other of otherwise)
        assert.deepEqual(await new SendMessage().execute(sending(at, 'a', other)), {
          ok: false,
          error: 'other_content',
        })
    }
    const sent = unwrap(await new SendMessage().execute(sending(at, 'a')))
    await refusals()
    await opened(at, 'Major')
    await settle(at.town.id, FILED)
    assert.deepEqual(
      (await messagesOf(at)).map(({ state }) => state),
      ['delivered']
    )
    await refusals()
    assert.equal(unwrap(await new SendMessage().execute(sending(at, 'a'))), sent)
    assert.lengthOf(await messagesOf(at), 1)
  })

  test('that nobody comes for in its time is forgotten, and the trail says so', async ({ assert }) => {
    const at = await place()
    unwrap(await new SendMessage().execute(sending(at, 'a', { keptDays: 10 })))
    await workUntil(at.town.id, days(11), FILED)
    assert.deepEqual(await messagesOf(at), [{ state: 'expired', case_id: null, payload: null }])
    assert.lengthOf(await auditRows(at.town.id, 'cases.message_expired'), 1)
    const late = await opened(at, 'Major', days(12))
    assert.deepEqual(await stateOf(at, late), ['open', null])
    assert.deepEqual((await verifyTown(at.town.id)).violations, [])
  })

  test('is not given after its time, though no worker has come to forget it', async ({ assert }) => {
    const at = await place()
    unwrap(await new SendMessage().execute(sending(at, 'a', { keptDays: 10 })))
    await inTown(at.town.id, (trx) =>
      trx.rows(`UPDATE jobs SET locked_until = $2 WHERE municipality_id = $1`, [at.town.id, days(40)])
    )
    const late = await opened(at, 'Major', days(12))
    assert.deepEqual(await stateOf(at, late), ['open', null])
  })

  test('has one receiver, however many workers give it at once', async ({ assert }) => {
    const at = await place()
    const cases = []
    for (let count = 0; count < 4; count++) cases.push(await opened(at, 'Major'))
    unwrap(await new SendMessage().execute(sending(at, 'a')))
    const { deliverMessage } = await import('#cases/actions/deliver_message')
    const [{ id }] = (await inTown(at.town.id, (trx) =>
      trx.rows(`SELECT id FROM messages WHERE municipality_id = $1`, [at.town.id])
    )) as [{ id: string }]
    const given = await Promise.all(
      Array.from({ length: 8 }, () => deliverMessage(at.town.id, id, { at: FILED }))
    )
    assert.lengthOf(
      given.filter((one) => one === 'delivered'),
      1
    )
    const states = await Promise.all(cases.map((caseId) => stateOf(at, caseId)))
    assert.lengthOf(
      states.filter(([state]) => state === 'closed'),
      1
    )
    assert.deepEqual((await verifyTown(at.town.id)).violations, [])
  })

  test('needs a name and an id, takes no office’s name, and has bounds', async ({ assert }) => {
    const at = await place()
    for (const [given, refusal] of [
      [{ name: ' ' }, 'no_name'],
      [{ key: '' }, 'no_key'],
      [{ name: 'payment_ended' }, 'of_an_office'],
      [{ name: 'payment_endet' }, 'not_own'],
      [{ name: 'Works finished.' }, 'not_own'],
      [{ payload: { text: 'x'.repeat(70_000) } }, 'too_large'],
      [{ keptDays: 0 }, 'kept_too_long'],
      [{ keptDays: 400 }, 'kept_too_long'],
    ] as const)
      assert.deepEqual(await new SendMessage().execute(sending(at, 'a', given)), {
        ok: false,
        error: refusal,
      })
    assert.isEmpty(await messagesOf(at))
  })

  test('of another town is nobody’s here', async ({ assert }) => {
    const [here, there] = [await place(), await place()]
    const caseId = await opened(here, 'Major')
    unwrap(await new SendMessage().execute(sending(there, 'a')))
    await settle(there.town.id, FILED)
    await settle(here.town.id, FILED)
    assert.deepEqual(await stateOf(here, caseId), ['open', null])
  })
})
