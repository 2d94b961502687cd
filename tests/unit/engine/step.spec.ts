import { test } from '@japa/runner'
import { type Event, advance } from '#engine/index'
import { draw, end, exclusive, message, parallel, service, start, timer, user, waitFor } from './builder.ts'
import { Case, graphOf } from './case.ts'

test.group('One step', () => {
  test('an event of another kind than the token waits for changes nothing', async ({ assert }) => {
    const played = await Case.of(
      draw('start -> fork\nfork -> a -> end\nfork -> b -> end\nfork -> c -> end\nfork -> d -> end', {
        start: start(),
        fork: parallel(),
        a: user('a'),
        b: service('b.b'),
        c: waitFor(timer('1 day')),
        d: waitFor(message('d')),
        end: end(),
      })
    )
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((element) => played.key(element)) as [
      string,
      string,
      string,
      string,
    ]
    const wrong = [
      ...[c, d].map((key) => ({ type: 'done' as const, key, result: null })),
      ...[a, b, d].map((key) => ({ type: 'trigger' as const, key })),
      ...[a, c, d].map((key) => ({ type: 'fail' as const, key, reason: '' })),
      ...[c, d].map((key) => ({ type: 'error' as const, key, code: '' })),
      ...[a, b, c, d].map((key) => ({ type: 'retry' as const, key, variables: { x: 1 } })),
      ...[a, b, c].map((key) => ({ type: 'message' as const, name: 'd', key, payload: null })),
    ]
    const before = played.state
    for (const event of wrong) assert.deepEqual(played.happen(event).state, before, JSON.stringify(event))
  })

  test('a process that turns in circles stops with an incident, and goes on once it is mended', async ({
    assert,
  }) => {
    const xml = draw('start -> turn -> again\nagain -> turn : round\nagain -> end : default', {
      start: start(),
      turn: exclusive(),
      again: exclusive(),
      end: end(),
    })
    const played = await Case.of(xml, { round: true })
    assert.deepEqual(
      played.of('incident').map(({ code, detail }) => [code, detail]),
      [['too_many_entries', '1000']]
    )
    assert.isBelow(JSON.stringify(played.state).length, 300)
    const [stuck] = played.waiting as [string]
    assert.lengthOf(played.retry(stuck).of('incident'), 1)
    assert.isTrue(played.retry(played.waiting[0] as string, { round: false }).ended)
  })

  test('a graph with an element that this engine does not know is not carried on', async ({ assert }) => {
    const graph = await graphOf(draw('start -> a -> end', { start: start(), a: user('a'), end: end() }))
    const foreign = { ...graph, nodes: { ...graph.nodes, a: { ...graph.nodes['a']!, kind: 'coffee_task' } } }
    const begin = { type: 'start', at: '2026-01-01T00:00:00Z', variables: {} } as const
    assert.throws(() => advance(foreign, null, begin), 'this engine has no element kind coffee_task')
  })

  test('a start with inherited names among its variables does no harm', async ({ assert }) => {
    const graph = await graphOf(draw('start -> a -> end', { start: start(), a: user('a'), end: end() }))
    const variables = JSON.parse('{"__proto__": {"polluted": true}, "constructor": 1}') as Record<
      string,
      never
    >
    const { state } = advance(graph, null, { type: 'start', at: '2026-01-01T00:00:00Z', variables })
    assert.isUndefined(({} as { polluted?: boolean }).polluted)
    assert.equal(Object.getPrototypeOf(state.variables), Object.prototype)
  })

  test('a graph goes through JSON, and a state stays under two kilobytes', async ({ assert }) => {
    const ids = Array.from({ length: 20 }, (_, n) => `task_number_${n}`)
    const lines = ids.map((id) => `fork -> ${id} -> join`).join('\n')
    const xml = draw(`start -> fork\n${lines}\njoin -> end`, {
      start: start(),
      fork: parallel(),
      ...Object.fromEntries(ids.map((id) => [id, user('a')])),
      join: parallel(),
      end: end(),
    })
    const played = await Case.of(xml)
    assert.isBelow(JSON.stringify(played.state).length, 2048)
    for (const id of ids) played.done(id)
    assert.isTrue(played.ended)
  })

  test('time and zone come with the event', async ({ assert }) => {
    const xml = draw('start -> a -> end', {
      start: start(),
      a: service('a.a', { in: { day: 'today()' } }),
      end: end(),
    })
    const graph = await graphOf(xml)
    const day = (rest: Pick<Event, 'at' | 'timeZone'>) => {
      const { commands } = advance(graph, null, { type: 'start', variables: {}, ...rest })
      return commands.flatMap((command) => (command.type === 'activity' ? [command.input.day] : []))
    }
    assert.deepEqual(day({ at: '2026-06-30T22:30:00Z', timeZone: 'Europe/Madrid' }), ['2026-07-01'])
    assert.deepEqual(day({ at: '2026-06-30T22:30:00Z', timeZone: 'Atlantic/Canary' }), ['2026-06-30'])
  })
})
