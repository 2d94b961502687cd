import { test } from '@japa/runner'
import {
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
import { saidOf } from '../linted.ts'
import { BESIDE, aside, top } from './shared/parts.ts'

const kinds = (played: Case) => played.commands.flatMap(({ type }) => (type === 'trace' ? [] : [type]))

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

  test('stands apart from the flow, and begins by one event of its own', async ({ assert }) => {
    const xml = (flows: string, part: ReturnType<typeof eventSub>) =>
      draw(`start -> end\n${flows}`, { start: start(), end: end(), part })
    assert.deepEqual(await saidOf(xml('', aside(message('M')))), [])
    assert.include(await saidOf(xml('start -> part', aside(message('M')))), 'DETACHED_IN_FLOW part')
    assert.include(await saidOf(xml('part -> end', aside(message('M')))), 'DETACHED_IN_FLOW part')
    const plain = eventSub('s -> e', { s: start(), e: end() })
    assert.deepEqual(await saidOf(xml('', plain)), ['START_PLAIN s'])
    const several = eventSub('s -> e\nt -> e', {
      s: startBy(message('M')),
      t: startBy(signal('S')),
      e: end(),
    })
    assert.deepEqual(await saidOf(xml('', several)), ['START_SEVERAL t'])
    assert.include(await saidOf(xml('', eventSub('', { e: end() }))), 'START_MISSING part')
  })

  test('has nothing on its border: its scope has', async ({ assert }) => {
    const xml = draw('start -> end\nlate -> end', {
      start: start(),
      end: end(),
      part: aside(message('M')),
      late: on('part', timer('1 day')),
    })
    assert.deepEqual(await saidOf(xml), ['BOUNDARY_WITHOUT_HOST late'])
  })
})
