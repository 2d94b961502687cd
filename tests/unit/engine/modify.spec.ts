import { test } from '@japa/runner'
import { type Modification, modificationFaults } from '#engine/index'
import {
  adHoc,
  compensation,
  draw,
  end,
  eventSub,
  many,
  message,
  on,
  parallel,
  race,
  service,
  signal,
  start,
  startBy,
  sub,
  throwing,
  tie,
  timer,
  user,
  waitFor,
} from './builder.ts'
import { Case } from './case.ts'

const xml = draw(
  `start -> fork -> a -> join -> c -> end
   fork -> part -> join
   late -> d -> end`,
  {
    start: start(),
    fork: parallel(),
    a: user('a'),
    late: on('a', timer('10 days')),
    part: sub('s -> b -> b2 -> e', { s: start(), b: user('b'), b2: user('b2'), e: end() }),
    join: parallel(),
    c: user('c'),
    d: user('d'),
    end: end('done'),
    aside: eventSub('s2 -> f -> e2', { s2: startBy(signal('S')), f: user('f'), e2: end() }),
  }
)
const change = (played: Case, change: Partial<Modification>) =>
  played.happen({ type: 'modify', cancel: [], activate: [], ...change }, false)
const faults = (played: Case, change: Partial<Modification>) =>
  modificationFaults(played.graph, played.state!, { cancel: [], activate: [], ...change }).map(
    ({ code, of }) => `${code} ${of}`.trim()
  )
const cancelled = (played: Case) => played.of('cancel').map(({ key }) => key.split(':')[0])

test.group('A modification', () => {
  test('takes tokens away, with what watched them, and lets others in', async ({ assert }) => {
    const played = await Case.of(xml)
    change(played, { cancel: [played.key('a')], activate: [{ element: 'd' }] })
    assert.deepEqual(cancelled(played), ['a', 'late'])
    assert.deepEqual(played.waiting, ['b', 'd', 'part', 's2'])
    assert.include(played.path, 'd')
  })

  test('corrects variables, for what it lets in to see', async ({ assert }) => {
    const shown = draw('start -> a -> b -> end', {
      start: start(),
      a: user('a'),
      b: user('b', { in: { x: 'x' } }),
      end: end(),
    })
    const played = await Case.of(shown, { x: 1 })
    change(played, { cancel: [played.key('a')], activate: [{ element: 'b' }], variables: { x: 2 } })
    assert.deepEqual(
      played.of('task').map(({ variables }) => variables),
      [{ x: '2' }]
    )
    change(played, { variables: { x: 3 } })
    assert.deepEqual(played.state?.variables, { x: 3 })
  })

  test('enters into the subprocess that is open', async ({ assert }) => {
    const played = await Case.of(xml)
    change(played, { cancel: [played.key('b')], activate: [{ element: 'b2' }] })
    assert.deepEqual(played.waiting, ['a', 'b2', 'late', 'part', 's2'])
    assert.equal(played.state?.tokens[played.key('b2')]?.scope, played.key('part'))
    played.done('b2').done('a')
    assert.deepEqual(played.waiting, ['c', 's2'])
  })

  test('a part that it empties goes, too, and nothing goes on after it', async ({ assert }) => {
    const played = await Case.of(xml)
    change(played, { cancel: [played.key('b')], activate: [{ element: 'c' }] })
    assert.deepEqual(played.waiting, ['a', 'c', 'late', 's2'])
    assert.deepEqual(played.state?.joins, {})
  })

  test('that leaves nothing, ends the case', async ({ assert }) => {
    const played = await Case.of(xml)
    change(played, { cancel: [played.key('a'), played.key('part')] })
    assert.isTrue(played.ended)
    assert.deepInclude(played.state, { tokens: {}, joins: {}, outcome: null })
  })

  test('mends a join that would wait for ever', async ({ assert }) => {
    const played = await Case.of(xml)
    change(played, { cancel: [played.key('part')] }).done('a')
    assert.deepEqual(
      played.of('incident').map(({ code }) => code),
      ['join_incomplete']
    )
    const [stuck] = played.keys('join')
    change(played, { cancel: [stuck!], activate: [{ element: 'c' }] })
    assert.deepEqual(played.of('cancel'), [{ type: 'cancel', key: stuck }])
    assert.isTrue(played.done('c').ended)
  })

  test('of which one thing can not be, is not made at all', async ({ assert }) => {
    const played = await Case.of(xml)
    const a = played.key('a')
    const wrong: [Partial<Modification>, string][] = [
      [{}, 'nothing_asked'],
      [{ cancel: ['b:99'] }, 'no_such_token b:99'],
      [{ cancel: ['constructor'] }, 'no_such_token constructor'],
      [{ cancel: [a], activate: [{ element: 'nowhere' }] }, 'no_such_element nowhere'],
      [{ activate: [{ element: 'toString' }] }, 'no_such_element toString'],
      [{ activate: [{ element: 'late' }] }, 'not_a_place late'],
      [{ activate: [{ element: 's2' }] }, 'not_a_place s2'],
      [{ activate: [{ element: 'end' }] }, 'not_a_place end'],
      [{ activate: [{ element: 'aside' }] }, 'not_a_place aside'],
      [{ activate: [{ element: 'f' }] }, 'no_such_scope f'],
      [{ activate: [{ element: 'a', scope: 'part:5' }] }, 'no_such_scope part:5'],
      [{ activate: [{ element: 'b2', scope: a }] }, `no_such_scope ${a}`],
      [{ cancel: [played.key('part')], activate: [{ element: 'b2' }] }, 'no_such_scope b2'],
    ]
    for (const [asked, fault] of wrong) {
      assert.deepEqual(faults(played, asked), [fault])
      const before = played.state
      assert.deepEqual(change(played, asked).commands, [])
      assert.deepEqual(played.state, before)
    }
    assert.deepEqual(faults(played, { cancel: [a], activate: [{ element: 'c' }] }), [])
  })

  test('reaches into what an event began, and what is awaited there', async ({ assert }) => {
    const played = (await Case.of(xml)).signal('S')
    change(played, { activate: [{ element: 'f' }] })
    assert.deepEqual(played.waiting, ['aside', 'f', 'f'])
    const choices = draw('start -> part -> end', {
      start: start(),
      part: adHoc()('a -> b', { a: user('a'), b: user('b') }),
      end: end(),
    })
    const chosen = await Case.of(choices)
    change(chosen, { activate: [{ element: 'b' }] })
    assert.deepEqual(chosen.waiting, ['b', 'part'])
    assert.isTrue(chosen.done('b').done('part').ended)
  })

  test('takes what was waited for away from a race, or the whole of it', async ({ assert }) => {
    const awaited = draw('start -> m -> a -> end', {
      start: start(),
      m: waitFor(message('M')),
      a: user('a'),
      end: end(),
    })
    const played = await Case.of(awaited)
    change(played, { cancel: [played.key('m')], activate: [{ element: 'a' }] })
    assert.deepEqual(cancelled(played), ['m'])
    assert.deepEqual(played.message('M').commands, [])
  })

  test('a race all of whose events are taken away goes with them: nothing is left that could decide it', async ({
    assert,
  }) => {
    const raced = draw('start -> fork -> first -> m -> end\nfirst -> t -> end\nfork -> a -> end', {
      ...{ start: start(), fork: parallel(), first: race(), a: user('a'), end: end() },
      ...{ m: waitFor(message('M')), t: waitFor(timer('2 days')) },
    })
    const played = await Case.of(raced)
    change(played, { cancel: [played.key('m')] })
    assert.deepEqual(played.waiting, ['a', 'first', 't'])
    change(played, { cancel: [played.key('t')] })
    assert.deepEqual(played.waiting, ['a'])
  })
})

test.group('A modification of something repeated', () => {
  const repeated = (given: Record<string, string> = {}, of = user('a', { out: { x: 'result' } })) =>
    draw('start -> a -> after -> end', {
      start: start(),
      a: many(of, {
        'fin:collection': '[1, 2, 3]',
        'fin:item': 'n',
        'fin:collect': 'all',
        'fin:each': 'x',
        ...given,
      }),
      after: user('after'),
      end: end(),
    })
  const open = (played: Case) => played.keys('a', 'task')

  test('one that is taken away counts as over, and gives nothing', async ({ assert }) => {
    const played = await Case.of(repeated())
    const [first, second, third] = open(played)
    change(played, { cancel: [second!] })
    assert.deepEqual(played.waiting, ['a', 'a', 'a'])
    played.doneAt(first!, 'x').doneAt(third!, 'z')
    assert.deepEqual(played.waiting, ['after'])
    assert.deepEqual(played.state?.variables.all, ['x', null, 'z'])
  })

  test('with the last one taken away, the case goes on', async ({ assert }) => {
    const played = await Case.of(repeated())
    const [first, ...others] = open(played)
    played.doneAt(first!, 'x')
    assert.deepEqual(change(played, { cancel: others }).waiting, ['after'])
  })

  test('one after the other, the next begins', async ({ assert }) => {
    const played = await Case.of(repeated({ isSequential: 'true' }))
    change(played, { cancel: open(played) })
    assert.lengthOf(open(played), 1)
    assert.equal(played.state?.tokens[open(played)[0]!]?.locals?.n, 2)
  })

  test('a repetition that is emptied by hand is one that was taken away', async ({ assert }) => {
    const part = sub('s -> b -> e', { s: start(), b: user('b'), e: end() })
    const played = await Case.of(repeated({ 'fin:each': 'n' }, part))
    change(played, { cancel: [played.keys('b')[0]!] })
    assert.lengthOf(played.keys('a', 'inside'), 2)
    for (const key of played.keys('b')) played.doneAt(key)
    assert.deepEqual(played.waiting, ['after'])
    assert.deepEqual(played.state?.variables.all, [null, 2, 3])
  })

  test('needs to be told which, where several are open', async ({ assert }) => {
    const part = sub('s -> b -> b2 -> e', { s: start(), b: user('b'), b2: user('b2'), e: end() })
    const played = await Case.of(repeated({ 'fin:each': 'n' }, part))
    assert.deepEqual(faults(played, { activate: [{ element: 'b2' }] }), ['scope_unclear b2'])
    const [, second] = played.keys('a', 'inside')
    change(played, { activate: [{ element: 'b2', scope: second! }] })
    assert.equal(played.state?.tokens[played.key('b2')]?.scope, second)
  })

  test('nothing can be let into what goes with what is taken away', async ({ assert }) => {
    const part = sub('s -> b -> b2 -> e', { s: start(), b: user('b'), b2: user('b2'), e: end() })
    const played = await Case.of(repeated({ 'fin:each': 'n', 'fin:collection': '[1]' }, part))
    const [body, turn] = [...played.keys('a', 'many'), ...played.keys('a', 'inside')]
    for (const cancel of [[body!], [turn!]]) {
      assert.deepEqual(faults(played, { cancel, activate: [{ element: 'b2' }] }), ['no_such_scope b2'])
      assert.deepEqual(faults(played, { cancel, activate: [{ element: 'b2', scope: turn! }] }), [
        `no_such_scope ${turn}`,
      ])
    }
  })

  test('as a whole goes with all that is in it', async ({ assert }) => {
    const played = await Case.of(repeated())
    change(played, { cancel: played.keys('a', 'many'), activate: [{ element: 'after' }] })
    assert.deepEqual(cancelled(played), ['a', 'a', 'a'])
    assert.deepEqual(played.waiting, ['after'])
  })
})

test.group('A modification while something is undone', () => {
  test('a handler that is taken away takes the undoing along', async ({ assert }) => {
    const undoing = draw('start -> a -> undo -> after -> end', {
      start: start(),
      a: user('a'),
      on_a: on('a', compensation()),
      undo_a: service('x.undo', { isForCompensation: 'true' }),
      tie_a: tie('on_a', 'undo_a'),
      undo: throwing(compensation()),
      after: user('after'),
      end: end(),
    })
    const played = (await Case.of(undoing)).done('a')
    change(played, { cancel: [played.key('undo_a')], activate: [{ element: 'after' }] })
    assert.deepEqual(played.waiting, ['after'])
  })
})
