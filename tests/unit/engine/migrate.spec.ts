import { test } from '@japa/runner'
import fc from 'fast-check'
import type { Json } from '#core/json'
import { compileExpression } from '#expressions/index'
import { type Graph, type Migration, type State, type Target, advance, migrate } from '#engine/index'
import { blocks, predict } from './blocks/index.ts'
import { Play } from './blocks/play.ts'
import type { Predicted } from './blocks/shape.ts'
import {
  draw,
  end,
  message,
  on,
  parallel,
  race,
  receive,
  service,
  start,
  sub,
  timer,
  user,
  waitFor,
} from './builder.ts'
import { Case, graphOf } from './case.ts'

const AT = { at: '2026-03-03T09:00:00Z', timeZone: 'Europe/Madrid' }

type Elements = Parameters<typeof draw>[1]

const begin = { start: start(), end: end('done') }
const drawn = (flows: string, elements: Elements) => graphOf(draw(flows, { ...begin, ...elements }))

/** Each element onto itself, but for what is said. */
const onto = (from: Graph, said: Record<string, Target> = {}): ReadonlyMap<string, Target> =>
  new Map(Object.keys(from.nodes).map((id): [string, Target] => [id, said[id] ?? { to: id }]))

function moved(played: Case, to: Graph, more: Partial<Migration> & { said?: Record<string, Target> } = {}) {
  const { said, ...migration } = more
  const elements = onto(played.graph, said)
  const done = migrate(played.graph, to, played.state as State, { elements, ...migration }, AT)
  if (!done.ok) throw new Error(JSON.stringify(done.error))
  return done.value
}

const refused = (played: Case, to: Graph, elements = onto(played.graph)) => {
  const done = migrate(played.graph, to, played.state as State, { elements }, AT)
  return done.ok ? [] : done.error.map(({ code, element }) => `${code} ${element}`)
}

const begun = (graph: Graph, variables: Record<string, Json> = {}) =>
  new Case(graph).happen({ type: 'start', variables })

const task = () => drawn('start -> study -> end', { study: user('f') })

test.group('A case that moves to another version', () => {
  test('keeps its key where its element has another id, and goes on from there', async ({ assert }) => {
    const to = await drawn('start -> look -> after -> end', { look: user('f'), after: user('f') })
    const played = begun(await task())
    const key = played.key('study')
    const { state, commands, kept } = moved(played, to, { said: { study: { to: 'look' } } })
    assert.deepEqual(state.tokens[key], { element: 'look', waits: 'task' })
    assert.deepEqual(commands, [])
    assert.deepEqual(kept, [{ key, from: 'study', to: 'look' }])
    const next = advance(to, state, { ...AT, type: 'done', key, result: null })
    assert.deepEqual(
      Object.values(next.state.tokens).map(({ element }) => element),
      ['after']
    )
  })

  test('stays where nothing says where its element goes on', async ({ assert }) => {
    const played = begun(await task())
    assert.deepEqual(refused(played, await task(), new Map()), ['no_target study'])
  })

  test('can’t go on at another kind of element, nor inside or outside of a part', async ({ assert }) => {
    const played = begun(await task())
    const kind = await drawn('start -> study -> end', { study: waitFor(timer('2 days')) })
    assert.deepEqual(refused(played, kind), ['other_kind study'])
    const inner = sub('first -> study -> last', { first: start(), last: end(), study: user('f') })
    const part = await drawn('start -> part -> end', { part: inner })
    assert.deepEqual(refused(played, part), ['other_scope study'])
  })

  test('goes from a part to the same part under another id', async ({ assert }) => {
    const inside = (id: string) =>
      drawn(`start -> ${id} -> end`, {
        [id]: sub('first -> study -> last', { first: start(), last: end(), study: user('f') }),
      })
    const [from, to] = [await inside('part'), await inside('piece')]
    const played = begun(from)
    const { state } = moved(played, to, { said: { part: { to: 'piece' } } })
    const key = played.key('study')
    assert.equal(state.tokens[state.tokens[key]?.scope as string]?.element, 'piece')
    const next = advance(to, state, { ...AT, type: 'done', key, result: null })
    assert.equal(next.state.status, 'ended')
  })

  test('gives up what it is told to, with what watched it, and begins another in its place', async ({
    assert,
  }) => {
    const from = await drawn('start -> study -> end\nlate -> end', {
      study: user('f'),
      late: on('study', timer('2 days')),
    })
    const to = await drawn('start -> wait -> end', { wait: waitFor(message('answer')) })
    const played = begun(from)
    const [task, term] = [played.key('study'), played.key('late')]
    const { state, commands } = moved(played, to, { said: { study: { begin: 'wait' } } })
    assert.deepEqual(
      Object.values(state.tokens).map(({ element, waits }) => [element, waits]),
      [['wait', 'message']]
    )
    assert.sameMembers(
      commands.flatMap((one) => (one.type === 'cancel' ? [one.key] : [])),
      [task, term]
    )
    assert.lengthOf(
      commands.filter(({ type }) => type === 'subscribe'),
      1
    )
  })

  test('never ends by it', async ({ assert }) => {
    const played = begun(await task())
    const to = await task()
    assert.deepEqual(refused(played, to, new Map([['study', { to: null }]])), ['ends_case '])
    assert.deepEqual(refused(played.done('study'), to), ['ended '])
  })

  test('does not stop with an incident by it', async ({ assert }) => {
    const to = await drawn('start -> study -> end', { study: waitFor(timer('= string(1 + 1)')) })
    assert.deepEqual(refused(begun(await task()), to, new Map([['study', { begin: 'study' }]])), [
      'stalls study',
    ])
  })

  test('has its events armed that watch only from now on, and cancelled those that do no more', async ({
    assert,
  }) => {
    const watched = (id: string) =>
      drawn(`start -> study -> end\n${id} -> end`, { study: user('f'), [id]: on('study', timer('2 days')) })
    const [bare, late, soon] = [await task(), await watched('late'), await watched('soon')]
    const armed = moved(begun(bare), late)
    assert.deepEqual(
      armed.commands.map(({ type }) => type),
      ['timer']
    )
    assert.deepEqual(
      Object.values(armed.state.tokens)
        .map(({ element }) => element)
        .sort(),
      ['late', 'study']
    )
    const played = begun(late)
    const elements = new Map([['study', { to: 'study' }]])
    const done = migrate(late, soon, played.state as State, { elements }, AT)
    assert.isTrue(done.ok)
    if (!done.ok) return
    assert.deepEqual(
      done.value.commands.map((one) => ('key' in one ? `${one.type} ${one.key}` : one.type)),
      [`cancel ${played.key('late')}`, 'timer soon:4']
    )
  })

  test('does not arm anew what watched it before and has fired', async ({ assert }) => {
    const from = await drawn('start -> study -> end\nlate -> more -> end', {
      study: user('f'),
      more: user('f'),
      late: on('study', timer('2 days'), { cancelActivity: 'false' }),
    })
    const played = begun(from).trigger('late')
    const { state, commands } = moved(played, from)
    assert.deepEqual(commands, [])
    assert.deepEqual(state, played.state)
  })

  test('keeps its terms and subscriptions as they are; only what is asked anew is told anew, under its key', async ({
    assert,
  }) => {
    const watched = (term: string, form: string) =>
      drawn('start -> study -> end\nlate -> end', { study: user(form), late: on('study', timer(term)) })
    const to = await watched('5 days', 'g')
    const played = begun(await watched('2 days', 'f'))
    assert.deepEqual(moved(played, to).commands, [])
    const { state, commands } = moved(played, to, { anew: new Set(['study', 'late']) })
    assert.deepEqual(state, played.state)
    assert.deepEqual(
      commands.map((one) => [
        one.type,
        'key' in one && one.key,
        'form' in one ? one.form : 'term' in one && one.term,
      ]),
      [
        ['task', played.key('study'), 'g'],
        ['timer', played.key('late'), { amount: 5, unit: 'working_days' }],
      ]
    )
  })

  test('can’t wait for another message, nor have other work under way', async ({ assert }) => {
    const waiting = (name: string) => drawn('start -> wait -> end', { wait: receive(name) })
    assert.deepEqual(refused(begun(await waiting('one')), await waiting('two')), ['other_message wait'])
    const working = (name: string) => drawn('start -> work -> end', { work: service(name) })
    const played = begun(await working('a.b'))
    assert.deepEqual(refused(played, await working('a.c')), ['other_activity work'])
    const stopped = played.happen({ type: 'fail', key: played.key('work'), reason: 'down' })
    const { state } = moved(stopped, await working('a.c'))
    const again = advance(await working('a.c'), state, { ...AT, type: 'retry', key: stopped.key('work') })
    assert.deepEqual(
      again.commands.map((one) => one.type === 'activity' && one.activity),
      ['a.c']
    )
  })

  test('takes new ways out of a race, and gives up those that are no more', async ({ assert }) => {
    const from = await drawn('start -> race\nrace -> answer -> end\nrace -> silence -> end', {
      race: race(),
      answer: waitFor(message('answer')),
      silence: waitFor(timer('1 month')),
    })
    const to = await drawn('start -> race\nrace -> answer -> end\nrace -> other -> end', {
      race: race(),
      answer: waitFor(message('answer')),
      other: waitFor(message('other')),
    })
    const played = begun(from)
    const elements = new Map<string, Target>(['race', 'answer'].map((id) => [id, { to: id }]))
    const done = migrate(from, to, played.state as State, { elements }, AT)
    assert.deepEqual(
      done.ok &&
        Object.values(done.value.state.tokens)
          .map(({ element }) => element)
          .sort(),
      ['answer', 'other', 'race']
    )
  })

  test('finds what waits before a join by the arrow it came by', async ({ assert }) => {
    const forked = (join: string) =>
      drawn(`start -> fork\nfork -> a -> ${join}\nfork -> b -> ${join}\n${join} -> end`, {
        fork: parallel(),
        [join]: parallel(),
        a: user('f'),
        b: user('f'),
      })
    const [from, to] = [await forked('join'), await forked('meet')]
    const played = begun(from).done('a')
    const { state } = moved(played, to, { said: { join: { to: 'meet' } } })
    assert.deepEqual(Object.keys(state.joins), ['meet'])
    const next = advance(to, state, { ...AT, type: 'done', key: played.key('b'), result: null })
    assert.equal(next.state.status, 'ended')
    const single = await drawn('start -> fork\nfork -> b -> end\nfork -> a -> end', {
      fork: parallel(),
      a: user('f'),
      b: user('f'),
    })
    assert.deepEqual(refused(played, single), ['join_gone join'])
  })

  test('does not pass a join that would be complete at once', async ({ assert }) => {
    const ways = (names: string[]) =>
      drawn(['start -> fork', ...names.map((name) => `fork -> ${name} -> join`), 'join -> end'].join('\n'), {
        fork: parallel(),
        join: parallel(),
        ...Object.fromEntries(names.map((name) => [name, user('f')])),
      })
    const played = begun(await ways(['a', 'b', 'c']))
      .done('a')
      .done('b')
    const elements = new Map([...onto(played.graph), ['c', { to: null }] as [string, Target]])
    assert.include(refused(played, await ways(['a', 'b']), elements), 'join_complete join')
  })

  test('knows what its plan says it knows, over what it knew', async ({ assert }) => {
    const played = begun(await task(), { amount: 12 })
    const value = compileExpression('amount * 2')
    if (!value.ok) throw new Error()
    const { state } = moved(played, await task(), { variables: [{ name: 'total', value: value.value }] })
    assert.deepEqual(state.variables, { amount: 12, total: 24 })
  })

  test('is in a phase that its new version has', async ({ assert }) => {
    const phased = (phase: string) =>
      drawn('start -> study -> end', { study: user('f', { 'fin:phase': phase }) })
    const [from, to] = [await phased('study'), await phased('review')]
    const played = begun(from)
    assert.deepEqual(refused(played, to), ['phase_unknown '])
    assert.equal(moved(played, to, { phases: new Map([['study', 'review']]) }).state.phase, 'review')
  })
})

/** Every state that a case of a random process comes through before its end. */
function* statesOf(graph: Graph, predicted: Predicted, chance: number): Generator<State> {
  let state: State | null = null
  for (const event of Play.through(graph, predicted, chance).played.events) {
    state = advance(graph, state, event).state
    if (state.status === 'running') yield state
  }
}

test.group('Any process made of blocks, moved', () => {
  test('to an identical version changes nothing, wherever a case stands', async ({ assert }) => {
    let stood = 0
    await fc.assert(
      fc.asyncProperty(blocks, fc.integer(), async (block, chance) => {
        const predicted = predict(block)
        const [graph, same] = [await graphOf(predicted.xml), await graphOf(predicted.xml)]
        for (const state of statesOf(graph, predicted, chance)) {
          stood += 1
          const done = migrate(graph, same, state, { elements: onto(graph) }, AT)
          assert.deepEqual(done.ok ? done.value.state : done.error, state)
          assert.deepEqual(done.ok && done.value.commands, [])
        }
      }),
      { numRuns: 60 }
    )
    assert.isAbove(stood, 300)
  }).timeout(120_000)

  test('to the same drawing with other ids and back stands where it stood', async ({ assert }) => {
    await fc.assert(
      fc.asyncProperty(blocks, fc.integer(), async (block, chance) => {
        const predicted = predict(block)
        const [graph, other] = [await graphOf(predicted.xml), await graphOf(renamed(predicted.xml))]
        const there = new Map(Object.keys(graph.nodes).map((id): [string, Target] => [id, { to: `${id}z` }]))
        const back = new Map(Object.keys(graph.nodes).map((id): [string, Target] => [`${id}z`, { to: id }]))
        for (const state of statesOf(graph, predicted, chance)) {
          const moved = migrate(graph, other, state, { elements: there }, AT)
          if (!moved.ok) throw new Error(JSON.stringify(moved.error))
          assert.deepEqual(moved.value.commands, [])
          const again = migrate(other, graph, moved.value.state, { elements: back }, AT)
          assert.deepEqual(again.ok ? again.value.state : again.error, state)
        }
      }),
      { numRuns: 40 }
    )
  }).timeout(120_000)
})

/** Every id of elements, and what refers to them, with a letter more; flows and messages keep theirs. */
const renamed = (xml: string): string => {
  const ids = [
    ...xml.matchAll(
      /<bpmn:(?!sequenceFlow|association|message\b|error\b|signal\b|escalation\b|process|definitions|lane)\w+ id="(\w+)"/g
    ),
  ].map(([, id]) => id as string)
  return ids.reduce(
    (text, id) =>
      text
        .replaceAll(
          new RegExp(`(id|sourceRef|targetRef|attachedToRef|activityRef)="${id}"`, 'g'),
          `$1="${id}z"`
        )
        .replaceAll(
          `<bpmn:flowNodeRef>${id}</bpmn:flowNodeRef>`,
          `<bpmn:flowNodeRef>${id}z</bpmn:flowNodeRef>`
        ),
    xml
  )
}
