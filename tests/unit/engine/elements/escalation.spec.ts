import { test } from '@japa/runner'
import {
  draw,
  end,
  ending,
  escalation,
  eventSub,
  many,
  on,
  parallel,
  start,
  startBy,
  sub,
  throwing,
  user,
} from '../builder.ts'
import { Case } from '../case.ts'

const part = (ends = false) =>
  sub(ends ? 's -> fork -> a -> up\nfork -> c -> e' : 's -> fork -> a -> up -> b -> e\nfork -> c -> e', {
    s: start(),
    fork: parallel(),
    a: user('a'),
    up: ends ? ending(escalation('E'), { 'fin:outcome': 'up' }) : throwing(escalation('E')),
    ...(ends ? {} : { b: user('b') }),
    c: user('c'),
    e: end(),
  })
const around = (inner: ReturnType<typeof part>, code: string | undefined, cancelActivity?: string) =>
  draw('start -> part -> end\nheard -> d -> out', {
    start: start(),
    part: inner,
    heard: on('part', escalation(code), { cancelActivity }),
    d: user('d'),
    end: end('done'),
    out: end('escalated'),
  })
const tasks = (played: Case) => played.of('task').map(({ element }) => element)

test.group('Escalation throw event', () => {
  test('is heard before the thrower moves on, and both go on when it does not interrupt', async ({
    assert,
  }) => {
    for (const code of ['E', undefined]) {
      const played = (await Case.of(around(part(), code, 'false'))).done('a')
      assert.deepEqual(tasks(played), ['d', 'b'])
      assert.deepEqual(played.waiting, ['b', 'c', 'd', 'part'])
    }
  })

  test('does not go on when it ends the part that it stands in', async ({ assert }) => {
    const played = (await Case.of(around(part(), 'E'))).done('a')
    assert.deepEqual(tasks(played), ['d'])
    assert.deepEqual(played.waiting, ['d'])
    assert.deepEqual(
      played.of('cancel').map(({ key }) => key.split(':')[0]),
      ['c']
    )
    assert.equal(played.done('d').state?.outcome, 'escalated')
  })

  test('unheard, it is no fault: the case goes on, and the drawing is warned of', async ({ assert }) => {
    const played = (await Case.of(around(part(), 'other', 'false'))).done('a')
    assert.deepEqual(tasks(played), ['b'])
    assert.deepEqual(played.of('incident'), [])
    assert.deepEqual(
      played.graph.warnings.map(({ code, element }) => [code, element]),
      [['ESCALATION_UNHEARD', 'up']]
    )
  })

  test('the nearest that takes its code hears it, and no other; its own code comes before any code', async ({
    assert,
  }) => {
    const xml = draw('start -> outer -> end\nany -> x -> end', {
      start: start(),
      outer: sub('s1 -> part -> e1\nfirst -> y -> e1\nexact -> z -> e1', {
        s1: start(),
        part: part(),
        first: on('part', escalation(), { cancelActivity: 'false' }),
        exact: on('part', escalation('E'), { cancelActivity: 'false' }),
        y: user('y'),
        z: user('z'),
        e1: end(),
      }),
      any: on('outer', escalation()),
      x: user('x'),
      end: end(),
    })
    const played = (await Case.of(xml)).done('a')
    assert.deepEqual(tasks(played), ['z', 'b'])
  })
})

test.group('Escalation end event', () => {
  test('is heard, and ends its branch with its outcome', async ({ assert }) => {
    const played = (await Case.of(around(part(true), 'E', 'false'))).done('a')
    assert.deepEqual(played.waiting, ['c', 'd', 'part'])
    assert.equal(played.state?.outcome, 'up')
    played.done('c').done('d')
    assert.isTrue(played.ended)
  })

  test('that ends the part it stands in has no outcome of its own', async ({ assert }) => {
    const played = (await Case.of(around(part(true), 'E'))).done('a')
    assert.deepEqual(played.waiting, ['d'])
    assert.isNull(played.state!.outcome)
  })
})

test.group('Escalation boundary event', () => {
  const task = (cancelActivity?: string) =>
    draw('start -> a -> end\nheard -> b -> out', {
      start: start(),
      a: user('a'),
      heard: on('a', escalation('E'), { cancelActivity }),
      b: user('b'),
      end: end('done'),
      out: end('escalated'),
    })

  test('of a task hears what the person at it escalates, each time, while that goes on', async ({
    assert,
  }) => {
    const played = (await Case.of(task('false'))).escalate('a', 'E').escalate('a', 'E')
    assert.deepEqual(played.waiting, ['a', 'b', 'b'])
    assert.deepEqual(played.escalate('a', 'unknown').commands, [])
  })

  test('that interrupts ends the task, and what comes later is for nobody', async ({ assert }) => {
    const played = (await Case.of(task())).escalate('a', 'E')
    assert.deepEqual(played.waiting, ['b'])
    assert.deepEqual(played.happen({ type: 'escalation', key: 'a:2', code: 'E' }).commands, [])
    assert.deepEqual(played.doneAt('a:2').commands, [])
  })

  test('on something repeated it hears of each, and ends all', async ({ assert }) => {
    const xml = (cancelActivity: string) =>
      draw('start -> a -> end\nheard -> b -> out', {
        start: start(),
        a: many(user('a'), { 'fin:collection': '[1, 2]' }),
        heard: on('a', escalation('E'), { cancelActivity }),
        b: user('b'),
        end: end(),
        out: end(),
      })
    const beside = await Case.of(xml('false'))
    for (const key of beside.keys('a', 'task')) beside.happen({ type: 'escalation', key, code: 'E' }, false)
    assert.lengthOf(beside.keys('b'), 2)
    assert.lengthOf(beside.keys('a', 'task'), 2)
    const all = await Case.of(xml('true'))
    all.happen({ type: 'escalation', key: all.keys('a', 'task')[1]!, code: 'E' })
    assert.deepEqual(all.waiting, ['b'])
    assert.lengthOf(all.of('cancel'), 2)
  })
})

test.group('Escalation start event', () => {
  const xml = (given: Record<string, string>) =>
    draw('start -> a -> up -> b -> end', {
      start: start(),
      a: user('a'),
      up: throwing(escalation('E')),
      b: user('b'),
      end: end(),
      aside: eventSub('s -> c -> e', { s: startBy(escalation('E'), given), c: user('c'), e: end() }),
    })

  test('begins its part beside what runs, each time', async ({ assert }) => {
    const played = (await Case.of(xml({ isInterrupting: 'false' }))).escalate('a', 'E').done('a')
    assert.deepEqual(played.waiting, ['aside', 'aside', 'b', 'c', 'c'])
  })

  test('or instead of it', async ({ assert }) => {
    const played = (await Case.of(xml({}))).done('a')
    assert.deepEqual(played.waiting, ['aside', 'c'])
    assert.isTrue(played.done('c').ended)
  })

  test('hears before the border of its part does', async ({ assert }) => {
    const inner = sub('s1 -> up -> b -> e1', {
      s1: start(),
      up: throwing(escalation('E')),
      b: user('b'),
      e1: end(),
      aside: eventSub('s -> c -> e', {
        s: startBy(escalation(), { isInterrupting: 'false' }),
        c: user('c'),
        e: end(),
      }),
    })
    const played = await Case.of(
      draw('start -> part -> end\nheard -> d -> end', {
        start: start(),
        part: inner,
        heard: on('part', escalation('E')),
        d: user('d'),
        end: end(),
      })
    )
    assert.deepEqual(played.waiting, ['aside', 'b', 'c', 'part'])
  })

  test('what is escalated in it goes further out, never to itself', async ({ assert }) => {
    const inner = sub('s1 -> a -> e1', {
      s1: start(),
      a: user('a'),
      e1: end(),
      aside: eventSub('s -> c -> again -> e', {
        s: startBy(escalation('E'), { isInterrupting: 'false' }),
        c: user('c'),
        again: throwing(escalation('E')),
        e: end(),
      }),
    })
    const xml = draw('start -> part -> end\nheard -> d -> end', {
      start: start(),
      part: inner,
      heard: on('part', escalation('E'), { cancelActivity: 'false' }),
      d: user('d'),
      end: end(),
    })
    const played = (await Case.of(xml)).escalate('a', 'E').done('c')
    assert.deepEqual(played.waiting, ['a', 'd', 'part'])
  })
})
