import { test } from '@japa/runner'
import {
  draw,
  end,
  eventSub,
  on,
  parallel,
  signal,
  start,
  startBy,
  sub,
  throwing,
  user,
  waitFor,
} from '../builder.ts'
import { Case } from '../case.ts'
import { saidOf } from '../linted.ts'

const orders = (played: Case) => played.commands.flatMap(({ type }) => (type === 'trace' ? [] : [type]))

/** A part that tells, and goes on. */
const telling = sub('s -> a -> tell -> c -> e', {
  s: start(),
  a: user('a'),
  tell: throwing(signal('S')),
  c: user('c'),
  e: end(),
})

test.group('Signal throw event', () => {
  test('tells the listeners of this case first, each once, orders that others be told, and goes on', async ({
    assert,
  }) => {
    const xml = draw(
      `start -> fork -> one -> a -> end
       fork -> two -> b -> end
       fork -> go -> tell -> c -> end`,
      {
        start: start(),
        fork: parallel(),
        one: waitFor(signal('S'), { out: { first: 'result.n' } }),
        two: waitFor(signal('S'), { out: { second: 'result.n' } }),
        go: user('go'),
        tell: throwing(signal('S'), { in: { n: 'x' } }),
        a: user('a'),
        b: user('b'),
        c: user('c'),
        end: end(),
      }
    )
    const played = (await Case.of(xml, { x: 'y' })).done('go')
    assert.deepEqual(played.of('signal'), [
      { type: 'signal', key: played.of('signal')[0]!.key, element: 'tell', signal: 'S', payload: { n: 'y' } },
    ])
    assert.deepEqual(played.waiting, ['a', 'b', 'c'])
    assert.deepEqual(played.state?.variables, { x: 'y', first: 'y', second: 'y' })
    // those outside need not listen for them any longer
    assert.deepEqual(
      played.of('cancel').map(({ key }) => key.split(':')[0]),
      ['one', 'two']
    )
  })

  test('is not heard by what begins to listen because of it, nor kept for later', async ({ assert }) => {
    const xml = draw('start -> fork -> one -> two -> a -> end\nfork -> go -> tell -> again -> end', {
      start: start(),
      fork: parallel(),
      one: waitFor(signal('S')),
      two: waitFor(signal('S')),
      go: user('go'),
      tell: throwing(signal('S')),
      again: throwing(signal('T')),
      a: user('a'),
      end: end(),
    })
    const played = (await Case.of(xml)).done('go')
    assert.deepEqual(played.waiting, ['two'])
    assert.deepEqual(played.signal('S').waiting, ['a'])
  })

  test('does not go on when it ends the part that it stands in', async ({ assert }) => {
    const xml = draw('start -> part -> end\nheard -> b -> out', {
      start: start(),
      part: telling,
      heard: on('part', signal('S')),
      b: user('b'),
      end: end(),
      out: end('heard'),
    })
    const played = (await Case.of(xml)).done('a')
    assert.deepEqual(played.waiting, ['b'])
    assert.notInclude(played.path, 'c')
    assert.deepEqual(orders(played), ['signal', 'cancel', 'task'])
    assert.equal(played.of('cancel')[0]?.key.split(':')[0], 'heard')
  })

  test('a boundary event that does not interrupt has its branch begun before the thrower moves on', async ({
    assert,
  }) => {
    const xml = draw('start -> part -> end\nheard -> b -> end', {
      start: start(),
      part: telling,
      heard: on('part', signal('S'), { cancelActivity: 'false' }),
      b: user('b'),
      end: end(),
    })
    const played = (await Case.of(xml)).done('a')
    assert.deepEqual(
      played.of('task').map(({ element }) => element),
      ['b', 'c']
    )
    assert.lengthOf(played.keys('heard'), 1)
  })

  test('what it ends takes along what was on its way there', async ({ assert }) => {
    const xml = draw('start -> a -> fork -> tell -> c -> end\nfork -> d -> end', {
      start: start(),
      a: user('a'),
      fork: parallel(),
      tell: throwing(signal('S')),
      c: user('c'),
      d: user('d'),
      end: end(),
      part: eventSub('s -> b -> e', { s: startBy(signal('S')), b: user('b'), e: end('heard') }),
    })
    const played = (await Case.of(xml)).done('a')
    assert.deepEqual(played.waiting, ['b', 'part'])
    assert.notInclude(played.path, 'd')
    assert.equal(played.done('b').state?.outcome, 'heard')
  })

  test('has to say which signal, and brings only what can be worked out', async ({ assert }) => {
    const xml = (definition: string, given = {}) =>
      draw('start -> tell -> end', { start: start(), tell: throwing(definition, given), end: end() })
    assert.deepEqual(await saidOf(xml('<bpmn:signalEventDefinition/>')), ['SIGNAL_MISSING tell'])
    assert.deepEqual(await saidOf(xml(signal('S'), { in: { 'n-1': 'x' } })), ['MAPPING_NAME tell'])
    assert.deepEqual(await saidOf(xml(signal('S'), { in: { n: 'x' } })), [])
  })
})
