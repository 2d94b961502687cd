import { test } from '@japa/runner'
import {
  again,
  call,
  compensation,
  draw,
  element,
  end,
  ending,
  error,
  eventSub,
  exclusive,
  many,
  mapped,
  message,
  on,
  parallel,
  service,
  start,
  startBy,
  sub,
  terminate,
  throwing,
  tie,
  user,
  waitFor,
} from '../builder.ts'
import { Case } from '../case.ts'

const undo = (activity: string, given: Parameters<typeof service>[1] = {}) =>
  service(activity, { isForCompensation: 'true', ...given })
/** A task that can be undone, and what undoes it. */
const undoable = (task = user('a'), handler: ReturnType<typeof user> = undo('x.undo_a')) => ({
  a: task,
  on_a: on('a', compensation()),
  undo_a: handler,
  tie_a: tie('on_a', 'undo_a'),
})
/** Two things that can be undone, one after the other, and then a throw of the whole. */
const booked = (thrower: ReturnType<typeof throwing>, more = '-> after -> end') =>
  draw(`start -> a -> b -> undo ${more}`, {
    start: start(),
    a: user('a'),
    b: user('b'),
    on_a: on('a', compensation()),
    on_b: on('b', compensation()),
    undo_a: undo('x.undo_a'),
    undo_b: undo('x.undo_b'),
    tie_a: tie('on_a', 'undo_a'),
    tie_b: tie('on_b', 'undo_b'),
    undo: thrower,
    ...(more && { after: user('after'), end: end() }),
  })
const ordered = (played: Case) => played.of('activity').map(({ element: id }) => id)

test.group('Compensation throw event', () => {
  test('undoes what was completed, the last first, one after the other, and then goes on', async ({
    assert,
  }) => {
    const played = (await Case.of(booked(throwing(compensation())))).done('a').done('b')
    assert.deepEqual(ordered(played), ['undo_b'])
    assert.deepEqual(ordered(played.done('undo_b')), ['undo_a'])
    assert.notInclude(played.waiting, 'after')
    assert.deepEqual(played.done('undo_a').waiting, ['after'])
    assert.notProperty(played.state!, 'compensations')
  })

  test('undoes the one that it names, and leaves the others to be undone later', async ({ assert }) => {
    const played = (await Case.of(booked(throwing(compensation('a'))))).done('a').done('b')
    assert.deepEqual(ordered(played), ['undo_a'])
    played.done('undo_a')
    assert.deepEqual(played.waiting, ['after'])
    assert.deepEqual(played.state?.compensations, [{ element: 'b' }])
    assert.notProperty(played.done('after').state!, 'compensations')
  })

  test('with nothing to undo it goes on at once; what is open or was interrupted is not undone', async ({
    assert,
  }) => {
    const xml = draw('start -> fork -> a -> end\nfork -> go -> undo -> after -> end\nstop -> end', {
      start: start(),
      fork: parallel(),
      a: user('a'),
      stop: on('a', message('stop')),
      on_a: on('a', compensation()),
      undo_a: undo('x.undo_a'),
      tie_a: tie('on_a', 'undo_a'),
      go: user('go'),
      undo: throwing(compensation()),
      after: user('after'),
      end: end(),
    })
    const open = (await Case.of(xml)).done('go')
    assert.deepEqual(open.waiting, ['a', 'after', 'stop'])
    const stopped = (await Case.of(xml)).message('stop').done('go')
    assert.deepEqual(stopped.waiting, ['after'])
  })

  test('nothing is undone twice', async ({ assert }) => {
    const xml = draw('start -> a -> undo -> again -> after -> end', {
      start: start(),
      ...undoable(),
      undo: throwing(compensation()),
      again: throwing(compensation()),
      after: user('after'),
      end: end(),
    })
    const played = (await Case.of(xml)).done('a').done('undo_a')
    assert.deepEqual(played.waiting, ['after'])
    assert.lengthOf(played.of('activity', played.all), 1)
  })

  test('of what was done several times, each time is undone', async ({ assert }) => {
    const xml = draw('start -> m -> a -> x\nx -> m : more\nx -> undo : default\nundo -> end', {
      start: start(),
      m: exclusive(),
      ...undoable(user('a', { out: { more: 'result' } })),
      x: exclusive(),
      undo: throwing(compensation()),
      end: end(),
    })
    const played = (await Case.of(xml)).done('a', true).done('a', false)
    played.done('undo_a').done('undo_a')
    assert.isTrue(played.ended)
    assert.lengthOf(played.of('activity', played.all), 2)
  })

  test('a handler that fails stops there, is tried again, and the others follow', async ({ assert }) => {
    const played = (await Case.of(booked(throwing(compensation())))).done('a').done('b')
    played.happen({ type: 'fail', key: played.key('undo_b'), reason: 'down' })
    assert.lengthOf(played.of('incident'), 1)
    played.retry('undo_b').done('undo_b').done('undo_a')
    assert.deepEqual(played.waiting, ['after'])
  })

  test('takes its handlers along when the part that throws is interrupted', async ({ assert }) => {
    const inner = sub('s -> a -> undo -> e', {
      s: start(),
      ...undoable(),
      undo: throwing(compensation()),
      e: end(),
    })
    const xml = draw('start -> part -> end\nstop -> out', {
      start: start(),
      part: inner,
      stop: on('part', message('stop')),
      end: end(),
      out: end('stopped'),
    })
    const played = (await Case.of(xml)).done('a')
    const key = played.key('undo_a')
    played.message('stop')
    assert.deepInclude(played.of('cancel'), { type: 'cancel', key })
    assert.deepInclude(played.state, { tokens: {}, outcome: 'stopped' })
    assert.notProperty(played.state!, 'compensations')
    assert.deepEqual(played.doneAt(key).commands, [])
  })
})

test.group('Compensation end event', () => {
  test('ends its branch, with its outcome, once all is undone', async ({ assert }) => {
    const xml = booked(ending(compensation(), { 'fin:outcome': 'undone' }), '')
    const played = (await Case.of(xml)).done('a').done('b').done('undo_b')
    assert.isNull(played.state!.outcome)
    assert.equal(played.done('undo_a').state?.outcome, 'undone')
    assert.isTrue(played.ended)
  })
})

test.group('What a compensation undoes', () => {
  const inner = (ends = end()) =>
    sub('s -> a -> b -> e', {
      s: start(),
      ...undoable(),
      b: user('b'),
      e: ends,
    })
  const around = (part: ReturnType<typeof inner>, more: Parameters<typeof draw>[1] = {}) =>
    draw('start -> part -> undo -> after -> end', {
      start: start(),
      part,
      undo: throwing(compensation()),
      after: user('after'),
      end: end(),
      ...more,
    })

  test('of a completed subprocess, what was completed in it', async ({ assert }) => {
    const played = (await Case.of(around(inner()))).done('a')
    assert.deepEqual(played.state?.compensations, [{ element: 'a', scope: 'part:2' }])
    played.done('b')
    assert.deepEqual(ordered(played), ['undo_a'])
    assert.deepEqual(played.done('undo_a').waiting, ['after'])
  })

  test('or its own handler, instead of what is inside', async ({ assert }) => {
    const own = {
      on_part: on('part', compensation()),
      undo_part: undo('x.undo_part'),
      tie_part: tie('on_part', 'undo_part'),
    }
    const played = (await Case.of(around(inner(), own))).done('a').done('b')
    assert.deepEqual(ordered(played), ['undo_part'])
    assert.deepEqual(played.done('undo_part').waiting, ['after'])
  })

  test('what a terminated subprocess had completed, too', async ({ assert }) => {
    const played = (await Case.of(around(inner(terminate())))).done('a').done('b')
    assert.deepEqual(ordered(played), ['undo_a'])
  })

  test('in an event subprocess, what was completed around it, though that was interrupted', async ({
    assert,
  }) => {
    for (const isInterrupting of ['true', 'false']) {
      const part = sub('s -> a -> b -> e', {
        s: start(),
        ...undoable(),
        b: user('b'),
        e: end(),
        aside: eventSub('s2 -> back -> c -> e2', {
          s2: startBy(message('M'), { isInterrupting }),
          back: throwing(compensation()),
          c: user('c'),
          e2: end(),
        }),
      })
      const played = (await Case.of(draw('start -> part -> end', { start: start(), part, end: end() }))).done(
        'a'
      )
      played.happen({ type: 'message', name: 'M', key: played.key('s2'), payload: null })
      assert.deepEqual(ordered(played), ['undo_a'])
      assert.include(played.done('undo_a').waiting, 'c')
    }
  })

  test('of a failed part, what it had completed, from the event subprocess that takes the error', async ({
    assert,
  }) => {
    const xml = draw('start -> a -> b -> end', {
      start: start(),
      ...undoable(),
      b: user('b'),
      end: end(),
      aside: eventSub('s -> e', {
        s: startBy(error()),
        e: ending(compensation(), { 'fin:outcome': 'undone' }),
      }),
    })
    const played = (await Case.of(xml)).done('a')
    played.happen({ type: 'error', key: played.key('b'), code: 'E' })
    assert.deepEqual(ordered(played), ['undo_a'])
    assert.equal(played.done('undo_a').state?.outcome, 'undone')
    assert.isTrue(played.ended)
  })

  test('of something repeated, each time, with what that time had', async ({ assert }) => {
    const xml = draw('start -> a -> undo -> after -> end', {
      start: start(),
      ...undoable(
        many(user('a'), { 'fin:collection': '["x", "y"]', 'fin:item': 'n' }),
        undo('x.undo_a', { in: { n: 'n' } })
      ),
      undo: throwing(compensation()),
      after: user('after'),
      end: end(),
    })
    const played = await Case.of(xml)
    for (const key of played.keys('a', 'task').reverse()) played.doneAt(key)
    // "y" was done first, so that "x" is undone first
    assert.deepEqual(
      played.of('activity').map(({ input }) => input.n),
      ['x']
    )
    assert.deepEqual(
      played
        .done('undo_a')
        .of('activity')
        .map(({ input }) => input.n),
      ['y']
    )
    assert.deepEqual(played.done('undo_a').waiting, ['after'])
  })

  test('of a repeated subprocess, what each time had done inside, with what that time had', async ({
    assert,
  }) => {
    const played = await Case.of(
      around(
        many(
          sub('s -> a -> e', {
            s: start(),
            a: service('x.a', { in: { n: 'n' } }),
            on_a: on('a', compensation()),
            undo_a: undo('x.undo_a', { in: { n: 'n' } }),
            tie_a: tie('on_a', 'undo_a'),
            e: end(),
          }),
          { 'fin:collection': '["x", "y"]', 'fin:item': 'n' }
        )
      )
    )
    for (const key of played.keys('a')) played.doneAt(key)
    assert.deepEqual(
      played.of('activity').map(({ input }) => input.n),
      ['y']
    )
    assert.deepEqual(
      played
        .done('undo_a')
        .of('activity')
        .map(({ input }) => input.n),
      ['x']
    )
    assert.deepEqual(played.done('undo_a').waiting, ['after'])
  })

  test('of something repeated no time, nothing; of a loop, each turn', async ({ assert }) => {
    const xml = (repeated: ReturnType<typeof user>) =>
      draw('start -> a -> undo -> after -> end', {
        start: start(),
        ...undoable(repeated),
        undo: throwing(compensation()),
        after: user('after'),
        end: end(),
      })
    assert.deepEqual((await Case.of(xml(many(user('a'), { 'fin:collection': '[]' })))).waiting, ['after'])
    const none = await Case.of(xml(again(user('a'), 'false', { testBefore: 'true' })))
    assert.deepEqual(none.waiting, ['after'])
    const loop = await Case.of(xml(again(user('a'), 'loopCounter < 2')))
    for (const _ of [1, 2]) loop.doneAt(loop.keys('a', 'task')[0]!)
    loop.done('undo_a').done('undo_a')
    assert.deepEqual(loop.waiting, ['after'])
  })

  test('a handler may work something out, or be a part, a person or another procedure', async ({
    assert,
  }) => {
    const handlers: [string, ReturnType<typeof user>, (played: Case) => Case][] = [
      [
        'scriptTask',
        element('scriptTask', { isForCompensation: 'true' }, mapped({}, { undone: 'n' })),
        (played) => played,
      ],
      ['userTask', user('u', { isForCompensation: 'true' }), (played) => played.done('undo_a')],
      ['callActivity', call('refund', { isForCompensation: 'true' }), (played) => played.done('undo_a')],
      [
        'subProcess',
        (id) =>
          sub('s -> u -> e', { s: start(), u: user('u'), e: end() })(id).replace(
            '<bpmn:subProcess ',
            '<bpmn:subProcess isForCompensation="true" '
          ),
        (played) => played.done('u'),
      ],
    ]
    for (const [, handler, carriedOut] of handlers) {
      const xml = draw('start -> a -> go -> undo -> after -> end', {
        start: start(),
        ...undoable(many(user('a'), { 'fin:collection': '[1]', 'fin:item': 'n' }), handler),
        go: waitFor(message('go')),
        undo: throwing(compensation()),
        after: user('after'),
        end: end(),
      })
      const played = await Case.of(xml)
      played.doneAt(played.keys('a', 'task')[0]!).message('go')
      assert.deepEqual(carriedOut(played).waiting, ['after'])
    }
  })
})
