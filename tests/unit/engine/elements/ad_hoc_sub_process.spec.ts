import { test } from '@japa/runner'
import { adHoc, compensation, draw, end, many, message, on, service, start, tie, user } from '../builder.ts'
import { Case } from '../case.ts'
import { saidOf } from '../linted.ts'

const xml = (given: Record<string, string> = {}, until?: string) =>
  draw('start -> part -> end\nstop -> out', {
    start: start(),
    part: adHoc(given, until)('report -> check', {
      visit: user('visit', { out: { seen: 'result' } }),
      report: service('x.report'),
      check: user('check'),
    }),
    stop: on('part', message('stop')),
    end: end('done'),
    out: end('stopped'),
  })
const choose = (played: Case, element: string, twice = false) =>
  played.happen({ type: 'choose', key: played.key('part'), element }, twice)
const kinds = (played: Case) => played.commands.flatMap(({ type }) => (type === 'trace' ? [] : [type]))

test.group('Ad-hoc subprocess', () => {
  test('begins once what is chosen twice by who saw the same of it', async ({ assert }) => {
    const played = await Case.of(xml())
    const event = { type: 'choose', key: played.key('part'), element: 'visit', begun: 0 } as const
    assert.deepEqual(played.happen(event).of('task').length, 1)
    const state = played.state
    assert.deepEqual(played.happen(event).commands, [])
    assert.deepEqual(played.state, state)
    assert.deepEqual(played.happen({ ...event, begun: 2 }).commands, [])
    played.happen({ ...event, begun: 1 })
    assert.lengthOf(played.keys('visit', 'task'), 2)
  })

  test('offers what no flow leads to, and waits for a person to begin it, as often as they see fit', async ({
    assert,
  }) => {
    const played = await Case.of(xml())
    assert.deepEqual(played.of('offer'), [
      { type: 'offer', key: 'part:2', element: 'part', choices: ['visit', 'report'] },
    ])
    assert.deepEqual(played.waiting, ['part', 'stop'])
    choose(choose(played, 'visit'), 'visit')
    assert.lengthOf(played.keys('visit'), 2)
    choose(played, 'report').done('report')
    assert.deepEqual(played.waiting, ['check', 'part', 'stop', 'visit', 'visit'])
  })

  test('does not begin what it does not offer', async ({ assert }) => {
    const played = await Case.of(xml())
    for (const element of ['check', 'end', 'part', 'nothing', 'constructor'])
      assert.deepEqual(choose(played, element, true).commands, [])
    assert.deepEqual(played.happen({ type: 'choose', key: 'start:1', element: 'visit' }).commands, [])
  })

  test('is closed by a person once nothing in it is open', async ({ assert }) => {
    const played = choose(await Case.of(xml()), 'visit')
    assert.deepEqual(played.done('part').commands, [])
    played.done('visit').done('part')
    assert.equal(played.state?.outcome, 'done')
    assert.deepEqual(
      played.of('cancel').map(({ key }) => key.split(':')[0]),
      ['stop']
    )
  })

  test('may be left without anything having been begun', async ({ assert }) => {
    assert.isTrue((await Case.of(xml())).done('part').ended)
  })

  test('one at a time, where its ordering says so', async ({ assert }) => {
    const played = choose(await Case.of(xml({ ordering: 'Sequential' })), 'visit')
    assert.deepEqual(choose(played, 'report', true).commands, [])
    played.done('visit')
    assert.deepEqual(choose(played, 'report').waiting, ['part', 'report', 'stop'])
  })

  test('ends by itself once its condition holds, and gives up what is open in it', async ({ assert }) => {
    const played = choose(choose(await Case.of(xml({}, 'seen = true')), 'visit'), 'report')
    const [report] = played.keys('report')
    played.done('visit', true)
    assert.isTrue(played.ended)
    assert.equal(played.state?.outcome, 'done')
    assert.deepEqual(played.path.slice(-1), ['end'])
    assert.includeDeepMembers(played.of('cancel'), [
      { type: 'cancel', key: 'part:2' },
      { type: 'cancel', key: report },
    ])
    assert.deepEqual(played.doneAt(report!).commands, [])
  })

  test('or waits for what is open, where it does not give it up', async ({ assert }) => {
    const lasting = xml({ cancelRemainingInstances: 'false' }, 'seen = true')
    const played = choose(choose(await Case.of(lasting), 'visit'), 'report').done('visit', true)
    assert.deepEqual(played.waiting, ['part', 'report', 'stop'])
    played.done('report')
    assert.deepEqual(played.waiting, ['check', 'part', 'stop'])
    assert.isTrue(played.done('check').ended)
  })

  test('a condition that can not be told yet keeps it open', async ({ assert }) => {
    const played = choose(await Case.of(xml({}, 'seen')), 'visit').done('visit', 'perhaps')
    assert.deepEqual(played.waiting, ['part', 'stop'])
    assert.isTrue(played.done('part').ended)
  })

  test('ends with all that is in it when it is interrupted', async ({ assert }) => {
    const played = choose(await Case.of(xml()), 'visit').message('stop')
    assert.equal(played.state?.outcome, 'stopped')
    assert.deepEqual(kinds(played), ['cancel', 'cancel', 'end'])
    assert.deepEqual(played.happen({ type: 'choose', key: 'part:2', element: 'visit' }).commands, [])
  })

  test('has something to be begun in it, and no start; its condition is a yes or no', async ({ assert }) => {
    assert.deepEqual(await saidOf(xml({ ordering: 'Parallel' }, 'seen = true')), [])
    const part = (flows: string, more: Parameters<ReturnType<typeof adHoc>>[1]) =>
      draw('start -> part -> end', { start: start(), part: adHoc()(flows, more), end: end() })
    assert.deepEqual(await saidOf(part('', {})), ['AD_HOC_EMPTY part'])
    assert.deepEqual(await saidOf(part('', { s: start(), a: user('a') })), ['START_IN_AD_HOC s'])
    const known = { variables: { seen: 'number' } } as const
    assert.include(await saidOf(xml({}, 'seen'), known), 'TYPE_NOT_EXPECTED part')
  })

  test('offers no handler: that is for undoing', async ({ assert }) => {
    const part = adHoc()('', {
      a: user('a'),
      on_a: on('a', compensation()),
      undo_a: service('x.undo', { isForCompensation: 'true' }),
      tie_a: tie('on_a', 'undo_a'),
    })
    const played = await Case.of(draw('start -> part -> end', { start: start(), part, end: end() }))
    assert.deepEqual(played.of('offer')[0]?.choices, ['a'])
  })

  test('repeated, each is closed by its own condition', async ({ assert }) => {
    const part = many(adHoc({}, 'n = limit')('', { a: user('a') }), {
      'fin:collection': '[1, 2]',
      'fin:item': 'n',
    })
    const xml = draw('start -> part -> end', { start: start(), part, end: end() })
    const played = await Case.of(xml, { limit: 0 })
    const [one, two] = played.keys('part', 'choice')
    played.set({ limit: 2 })
    assert.deepEqual(played.keys('part', 'choice'), [one])
    assert.deepEqual(played.of('cancel'), [{ type: 'cancel', key: two }])
    assert.isTrue(played.set({ limit: 1 }).ended)
  })
})
