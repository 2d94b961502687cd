import { test } from '@japa/runner'
import {
  condition,
  draw,
  end,
  error,
  errorEnd,
  eventSub,
  exclusive,
  many,
  message,
  on,
  parallel,
  signal,
  start,
  startBy,
  sub,
  timer,
  user,
} from '../builder.ts'
import { Case } from '../case.ts'

const aside = (definition: string, given: Parameters<typeof startBy>[1] = {}, outcome?: string) =>
  eventSub('s -> c -> e', { s: startBy(definition, given), c: user('c'), e: end(outcome) })
/** A process of one task, with an event subprocess beside it. */
const top = (definition: string, given: Parameters<typeof startBy>[1] = {}) =>
  draw('start -> a -> end', {
    start: start(),
    a: user('a'),
    end: end('done'),
    aside: aside(definition, given, 'aside'),
  })
/** The same within a subprocess. */
const within = (definition: string, given: Parameters<typeof startBy>[1] = {}) =>
  draw('start -> part -> b -> end', {
    start: start(),
    part: sub('s1 -> a -> e1', { s1: start(), a: user('a'), e1: end(), aside: aside(definition, given) }),
    b: user('b'),
    end: end('done'),
  })
const BESIDE = { isInterrupting: 'false' }
const kinds = (played: Case) => played.commands.flatMap(({ type }) => (type === 'trace' ? [] : [type]))

const ways: [string, string, (played: Case) => Case][] = [
  [
    'message',
    message('M'),
    (played) => played.happen({ type: 'message', name: 'M', key: played.key('s'), payload: null }),
  ],
  [
    'signal',
    signal('S'),
    (played) => played.happen({ type: 'signal', name: 'S', key: played.key('s'), payload: null }),
  ],
  ['timer', timer('10 days'), (played) => played.trigger('s')],
  ['condition', condition('x'), (played) => played.set({ x: true })],
  ['error', error('E'), (played) => played.happen({ type: 'error', key: played.key('a'), code: 'E' })],
]

for (const [name, definition, happens] of ways) {
  test.group(`Event subprocess begun by a ${name}`, () => {
    test('ends what runs in its scope, then goes on for it', async ({ assert }) => {
      const played = happens(await Case.of(top(definition), { x: false }))
      assert.deepEqual(played.waiting, ['aside', 'c'])
      assert.deepEqual(
        played.of('cancel').map(({ key }) => key.split(':')[0]),
        ['a']
      )
      assert.equal(played.done('c').state?.outcome, 'aside')
      assert.deepInclude(played.state, { tokens: {}, joins: {}, status: 'ended' })
    })

    test('in a subprocess ends that one only, which is then left as it always is', async ({ assert }) => {
      const played = happens(await Case.of(within(definition), { x: false }))
      assert.deepEqual(played.waiting, ['aside', 'c', 'part'])
      assert.equal(played.state?.tokens[played.key('aside')]?.scope, played.key('part'))
      assert.deepEqual(played.done('c').waiting, ['b'])
      assert.equal(played.done('b').state?.outcome, 'done')
    })

    if (name === 'error') return

    test('that interrupts nothing runs beside, and its scope waits for it', async ({ assert }) => {
      const played = happens(await Case.of(within(definition, BESIDE), { x: false }))
      assert.deepEqual(
        played.waiting.filter((id) => id !== 's'),
        ['a', 'aside', 'c', 'part']
      )
      assert.deepEqual(played.of('cancel'), [])
      played.done('a')
      assert.deepEqual(
        played.waiting.filter((id) => id !== 's'),
        ['aside', 'c', 'part']
      )
      played.done('c')
      assert.deepEqual(played.waiting, ['b'])
    })

    test('is no longer listened for once its scope is left', async ({ assert }) => {
      const played = await Case.of(within(definition), { x: false })
      const [key] = played.keys('s')
      played.done('a')
      assert.deepEqual(
        played.of('cancel').map(({ key: each }) => each),
        name === 'condition' ? [] : [key]
      )
      assert.deepEqual(played.waiting, ['b'])
      assert.deepEqual(played.happen({ type: 'trigger', key: key! }).commands, [])
    })
  })
}

test.group('Event subprocess', () => {
  test('alone keeps no scope open, and begins nothing by itself', async ({ assert }) => {
    const played = await Case.of(top(message('M')))
    assert.deepEqual(played.waiting, ['a', 's'])
    assert.deepEqual(kinds(played.done('a')), ['cancel', 'end'])
  })

  test('is looked for in every repetition of its scope by itself', async ({ assert }) => {
    const part = sub('s1 -> a -> e1', {
      s1: start(),
      a: user('a'),
      e1: end(),
      aside: eventSub('s -> c -> e', {
        s: startBy(message('M'), { 'fin:correlation': 'n' }),
        c: user('c', { in: { n: 'n' } }),
        e: end(),
      }),
    })
    const played = await Case.of(
      draw('start -> part -> end', {
        start: start(),
        part: many(part, { 'fin:collection': '["x", "y"]', 'fin:item': 'n' }),
        end: end(),
      })
    )
    played.message('M', null, 'y')
    assert.deepEqual(played.waiting, ['a', 'aside', 'c', 'part', 'part', 'part', 's'])
    assert.deepEqual(
      played.of('task').map(({ variables }) => variables),
      [{ n: 'y' }]
    )
    played.done('c').done('a')
    assert.isTrue(played.ended)
  })

  test('that interrupts is the only one that begins: what else could have, is called off', async ({
    assert,
  }) => {
    const xml = draw('start -> a -> end', {
      start: start(),
      a: user('a'),
      end: end(),
      one: aside(message('M')),
      two: eventSub('s2 -> d -> e2', { s2: startBy(signal('S')), d: user('d'), e2: end() }),
    })
    const played = await Case.of(xml)
    const [other] = played.keys('s2')
    played.message('M')
    assert.deepInclude(played.of('cancel'), { type: 'cancel', key: other })
    assert.deepEqual(played.signal('S').commands, [])
    assert.deepEqual(played.waiting, ['c', 'one'])
  })

  test('that interrupts drops what was gathered before a join and what was on its way', async ({
    assert,
  }) => {
    const xml = draw('start -> part -> end', {
      start: start(),
      part: sub(
        's1 -> fork -> a -> join\nfork -> b -> x\nx -> bad : x1\nx -> join : default\njoin -> d -> e1',
        {
          s1: start(),
          fork: parallel(),
          a: user('a'),
          b: user('b', { out: { x1: 'result' } }),
          x: exclusive(),
          bad: errorEnd('E'),
          join: parallel(),
          d: user('d'),
          e1: end(),
          aside: aside(error('E')),
        }
      ),
      end: end(),
    })
    const played = (await Case.of(xml)).done('a')
    assert.deepEqual(Object.values(played.state!.joins), [{ a_to_join: 1 }])
    played.done('b', true)
    assert.deepEqual(played.state!.joins, {})
    assert.deepEqual(played.waiting, ['aside', 'c', 'part'])
    assert.isTrue(played.done('c').ended)
  })

  test('may have event subprocesses of its own, and boundary events on what is in it', async ({ assert }) => {
    const xml = draw('start -> a -> end', {
      start: start(),
      a: user('a'),
      end: end(),
      outer: eventSub('s -> c -> e\nlate -> d -> e', {
        s: startBy(message('M')),
        c: user('c'),
        late: on('c', timer('1 day')),
        d: user('d'),
        e: end(),
        inner: eventSub('s2 -> f -> e2', { s2: startBy(signal('S')), f: user('f'), e2: end('inner') }),
      }),
    })
    const played = (await Case.of(xml)).message('M')
    assert.deepEqual(played.waiting, ['c', 'late', 'outer', 's2'])
    played.trigger('late')
    assert.deepEqual(played.waiting, ['d', 'outer', 's2'])
    played.signal('S')
    assert.deepEqual(played.waiting, ['f', 'inner', 'outer'])
    assert.equal(played.done('f').state?.outcome, 'inner')
  })

  test('ends with the subprocess around it, when that is interrupted', async ({ assert }) => {
    const xml = draw('start -> part -> end\nstop -> out', {
      start: start(),
      part: sub('s1 -> a -> e1', {
        s1: start(),
        a: user('a'),
        e1: end(),
        aside: aside(message('M'), BESIDE),
      }),
      stop: on('part', message('stop')),
      end: end(),
      out: end('stopped'),
    })
    const played = await Case.of(xml)
    played.happen({ type: 'message', name: 'M', key: played.key('s'), payload: null }).message('stop')
    assert.deepInclude(played.state, { tokens: {}, outcome: 'stopped' })
  })

  test('that begins again and again may be open several times', async ({ assert }) => {
    const played = await Case.of(top(message('M'), BESIDE))
    for (const _ of [1, 2]) {
      const key = played.key('s')
      for (const __ of [1, 2]) played.happen({ type: 'message', name: 'M', key, payload: null })
    }
    assert.lengthOf(played.keys('aside'), 2)
    assert.lengthOf(played.keys('s'), 1)
    played.done('a')
    assert.isFalse(played.ended)
    for (const key of played.keys('c')) played.doneAt(key)
    assert.isTrue(played.ended)
    assert.deepEqual(kinds(played), ['cancel', 'end'])
  })
})

test.group('Timer start event of an event subprocess', () => {
  test('comes back as often as it says, and never after its scope is left', async ({ assert }) => {
    const played = await Case.of(top(timer('R3/10 days', 'timeCycle'), BESIDE))
    for (const _ of [1, 2, 3]) played.trigger('s')
    assert.deepEqual(played.keys('s'), [])
    assert.lengthOf(played.keys('c'), 3)
    const left = (await Case.of(top(timer('R/10 days', 'timeCycle'), BESIDE))).trigger('s').done('a')
    assert.lengthOf(left.keys('s'), 1)
    left.done('c')
    assert.isTrue(left.ended)
    assert.deepEqual(
      left.of('cancel').map(({ key }) => key.split(':')[0]),
      ['s']
    )
  })

  test('whose term can not be read is an incident, which keeps nothing open', async ({ assert }) => {
    const played = await Case.of(top(timer('=term')), { term: 'soon' })
    assert.deepEqual(
      played.of('incident').map(({ code }) => code),
      ['timer_unusable']
    )
    played.retry('s', { term: '10 days' })
    assert.lengthOf(played.of('timer'), 1)
    assert.deepEqual(played.trigger('s').waiting, ['aside', 'c'])
    const ended = (await Case.of(top(timer('=term')), { term: 'soon' })).done('a')
    assert.isTrue(ended.ended)
    assert.lengthOf(ended.of('cancel'), 1)
  })
})

test.group('Conditional start event of an event subprocess', () => {
  test('begins each time its condition comes to hold', async ({ assert }) => {
    const played = await Case.of(top(condition('x > 1'), BESIDE), { x: 2 })
    assert.lengthOf(played.keys('c'), 1)
    assert.lengthOf(played.set({ x: 3 }).keys('c'), 1)
    assert.lengthOf(played.set({ x: 0 }).keys('c'), 1)
    assert.lengthOf(played.set({ x: 2 }).keys('c'), 2)
  })
})

test.group('Error start event', () => {
  const part = (inner: Parameters<typeof eventSub>[1], flows: string) =>
    draw('start -> part -> end\ncaught -> d -> out', {
      start: start(),
      part: sub('s1 -> a -> e1', { s1: start(), a: user('a'), e1: end(), aside: eventSub(flows, inner) }),
      caught: on('part', error()),
      d: user('d'),
      end: end('done'),
      out: end('caught'),
    })
  const thrown = (played: Case, element: string, code: string) =>
    played.happen({ type: 'error', key: played.key(element), code })

  test('takes its code before the border of the part does, and leaves others to it', async ({ assert }) => {
    const xml = part({ s: startBy(error('E')), c: user('c'), e: end() }, 's -> c -> e')
    assert.deepEqual(thrown(await Case.of(xml), 'a', 'E').waiting, ['aside', 'c', 'part'])
    assert.deepEqual(thrown(await Case.of(xml), 'a', 'other').waiting, ['d'])
  })

  test('an error in what it began is for those further out, though it would take any', async ({ assert }) => {
    const xml = part({ s: startBy(error()), c: user('c'), e: errorEnd('E') }, 's -> c -> e')
    const again = thrown(thrown(await Case.of(xml), 'a', 'E'), 'c', 'E')
    assert.deepEqual(again.waiting, ['d'])
    assert.deepEqual(thrown(await Case.of(xml), 'a', 'E').done('c').waiting, ['d'])
  })

  test('of something repeated begins in its repetition; what it throws again leaves all of them', async ({
    assert,
  }) => {
    const inner = sub('s1 -> a -> e1', {
      s1: start(),
      a: user('a'),
      e1: end(),
      aside: eventSub('s -> c -> e', { s: startBy(error()), c: user('c'), e: errorEnd('E') }),
    })
    const played = await Case.of(
      draw('start -> part -> end\ncaught -> d -> out', {
        start: start(),
        part: many(inner, { 'fin:collection': '[1, 2]' }),
        caught: on('part', error()),
        d: user('d'),
        end: end(),
        out: end(),
      })
    )
    played.happen({ type: 'error', key: played.keys('a')[0]!, code: 'E' })
    assert.deepEqual(played.waiting, ['a', 'aside', 'c', 'part', 'part', 'part'])
    played.done('c')
    assert.deepEqual(played.waiting, ['d'])
  })
})
