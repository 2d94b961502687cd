import { test } from '@japa/runner'
import {
  draw,
  end,
  ending,
  error,
  errorEnd,
  escalation,
  eventSub,
  message,
  on,
  parallel,
  start,
  startBy,
  sub,
  user,
} from '../builder.ts'
import { Case } from '../case.ts'
import { saidOf } from '../linted.ts'

const forked = (ending = end()) =>
  sub('s -> f -> a -> e\nf -> b -> t', {
    s: start(),
    f: parallel(),
    a: user('a'),
    b: user('b'),
    e: end(),
    t: ending,
  })

test.group('Error end event', () => {
  test('leaves the subprocess by the error boundary event that takes it, with all its branches', async ({
    assert,
  }) => {
    const xml = draw('start -> part -> end\ncaught -> other', {
      start: start(),
      part: forked(errorEnd('refused')),
      caught: on('part', error('refused')),
      end: end('well'),
      other: end('refused'),
    })
    const played = await Case.of(xml)
    const a = played.key('a')
    played.done('b')
    assert.deepEqual(played.of('cancel'), [{ type: 'cancel', key: a }])
    assert.deepInclude(played.state, { tokens: {}, status: 'ended', outcome: 'refused' })
  })

  test('ends the others in the very step in which they would begin', async ({ assert }) => {
    const part = sub('s -> f -> stop\nf -> late -> e', {
      s: start(),
      f: parallel(),
      stop: errorEnd('x'),
      late: user('a'),
      e: end(),
    })
    const xml = draw('start -> part -> end\ncaught -> end', {
      start: start(),
      part,
      caught: on('part', error()),
      end: end(),
    })
    const played = await Case.of(xml)
    assert.isTrue(played.ended)
    assert.notInclude(played.path, 'late')
    assert.deepEqual(played.of('task'), [])
  })

  test('goes through parts that do not take its code, to one that does', async ({ assert }) => {
    const xml = draw('start -> outer -> end\ncaught -> other', {
      start: start(),
      outer: sub('s1 -> part -> e1\nwrong -> e1', {
        s1: start(),
        part: forked(errorEnd('refused')),
        wrong: on('part', error('late')),
        e1: end(),
      }),
      caught: on('outer', error('refused')),
      end: end('well'),
      other: end('refused'),
    })
    assert.deepEqual(await saidOf(xml), [])
    assert.equal((await Case.of(xml)).done('b').state?.outcome, 'refused')
  })

  test('is taken by an event subprocess of its scope, and not by the one that it stands in', async ({
    assert,
  }) => {
    const taken = (inside: string) =>
      draw('start -> end', {
        start: start(),
        end: end(),
        aside: eventSub('s -> bad', { s: startBy(message('M')), bad: errorEnd('E') }),
        taker: eventSub('t -> e', { t: startBy(error(inside)), e: end() }),
      })
    // beside it, not around it
    assert.deepEqual(await saidOf(taken('E')), ['ERROR_NEVER t', 'ERROR_UNCAUGHT bad'])
    const within = (code: string) =>
      draw('start -> bad', {
        start: start(),
        bad: errorEnd('E'),
        taker: eventSub('t -> a -> e', { t: startBy(error(code)), a: user('a'), e: end('taken') }),
      })
    assert.deepEqual(await saidOf(within('other')), ['ERROR_NEVER t', 'ERROR_UNCAUGHT bad'])
    assert.equal((await Case.of(within('E'))).done('a').state?.outcome, 'taken')
  })

  test('has to say its code, be caught by something around it, and leads nowhere', async ({ assert }) => {
    const xml = (code: string, definition = error(code)) =>
      draw('start -> part -> end\ncaught -> end', {
        start: start(),
        part: sub('s -> bad', { s: start(), bad: ending(definition) }),
        caught: on('part', error('E')),
        end: end(),
      })
    assert.deepEqual(await saidOf(xml('E')), [])
    assert.deepEqual(await saidOf(xml('', error())), ['ERROR_WITHOUT_CODE bad', 'ERROR_NEVER caught'])
    assert.deepEqual(await saidOf(xml('F')), ['ERROR_NEVER caught', 'ERROR_UNCAUGHT bad'])
    const onward = draw('start -> bad -> end', { start: start(), bad: errorEnd('E'), end: end() })
    assert.deepEqual(await saidOf(onward), ['END_GOES_ON bad', 'ERROR_UNCAUGHT bad'])
  })

  test('with an outcome leaves the process, which ends so with all that was open', async ({ assert }) => {
    const leaving = (within: Parameters<typeof sub>[1]) =>
      draw('start -> f -> part -> end\nf -> c -> end', {
        start: start(),
        f: parallel(),
        part: sub('s -> b -> bad', { s: start(), b: user('b'), ...within }),
        c: user('c'),
        end: end('well'),
      })
    const xml = leaving({ bad: errorEnd('E', { 'fin:outcome': 'broken' }) })
    const played = (await Case.of(xml)).done('b')
    assert.deepInclude(played.state, { tokens: {}, status: 'ended', outcome: 'broken', error: 'E' })
    assert.deepEqual(played.of('end'), [{ type: 'end', outcome: 'broken', error: 'E' }])
    assert.deepEqual(
      played.of('cancel').map(({ key }) => key.split(':')[0]),
      ['c']
    )
  })

  test('has no outcome where its error stays inside: the process does not end with it', async ({
    assert,
  }) => {
    const xml = draw('start -> part -> end\ncaught -> end', {
      start: start(),
      part: sub('s -> bad', { s: start(), bad: errorEnd('E', { 'fin:outcome': 'broken' }) }),
      caught: on('part', error('E')),
      end: end(),
    })
    assert.deepEqual(await saidOf(xml), ['ERROR_STAYS bad'])
  })

  test('is not taken by what takes something else of that name, or stands elsewhere', async ({ assert }) => {
    const part = (inside = '', more: Parameters<typeof sub>[1] = {}) =>
      sub(`s -> bad\n${inside}`, { s: start(), bad: errorEnd('E'), ...more })
    const escalated = draw('start -> part -> end\nheard -> end', {
      start: start(),
      part: part(),
      heard: on('part', escalation('E')),
      end: end(),
    })
    const neighbour = draw('start -> part -> other -> end', {
      start: start(),
      part: part(),
      other: sub('s2 -> e2', {
        s2: start(),
        e2: end(),
        taker: eventSub('t -> e', { t: startBy(error('E')), e: end() }),
      }),
      end: end(),
    })
    for (const xml of [escalated, neighbour]) assert.include(await saidOf(xml), 'ERROR_UNCAUGHT bad')
  })
})
