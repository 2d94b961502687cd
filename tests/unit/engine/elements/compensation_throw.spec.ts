import { test } from '@japa/runner'
import {
  compensation,
  draw,
  end,
  eventSub,
  exclusive,
  many,
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
} from '../builder.ts'
import { Case } from '../case.ts'
import { saidOf } from '../linted.ts'
import { booked } from './shared/booked.ts'
import { ordered, undo, undoable } from './shared/undoable.ts'
import { around, inner } from './shared/undone_part.ts'

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

  test('names something of its own scope that can be undone, or nothing', async ({ assert }) => {
    const naming = (activity: string) =>
      draw('start -> a -> part -> it -> end', {
        start: start(),
        ...undoable(),
        part: sub('s -> c -> e', { s: start(), c: user('c'), e: end() }),
        it: throwing(compensation(activity)),
        end: end(),
      })
    assert.deepEqual(await saidOf(naming('a')), [])
    assert.deepEqual(await saidOf(naming('part')), [
      'warning COMPENSATION_EMPTY it',
      'warning HANDLER_UNUSED undo_a',
    ])
    for (const activity of ['it', 'c', 'undo_a'])
      assert.deepEqual(await saidOf(naming(activity)), ['UNDOES_NOTHING it'], activity)
  })

  test('names something around the event subprocess that it stands in, too, but nothing deeper', async ({
    assert,
  }) => {
    const aside = (activity: string) =>
      draw('start -> a -> part -> end', {
        start: start(),
        ...undoable(),
        part: sub('s -> c -> e', {
          s: start(),
          c: user('c'),
          on_c: on('c', compensation()),
          undo_c: undo('x.undo_c'),
          tie_c: tie('on_c', 'undo_c'),
          e: end(),
        }),
        end: end(),
        aside: eventSub('t -> it -> e2', {
          t: startBy(message('M')),
          it: throwing(compensation(activity)),
          e2: end(),
        }),
      })
    assert.deepEqual(await saidOf(aside('a')), ['warning HANDLER_UNUSED undo_c'])
    assert.deepEqual(await saidOf(aside('c')), ['UNDOES_NOTHING it'])
  })

  test('has to wait until all is undone', async ({ assert }) => {
    const careless = compensation().replace('/>', ' waitForCompletion="false"/>')
    assert.deepEqual(await saidOf(booked(throwing(careless))), ['REFUSED_PROPERTY undo'])
  })
})

test.group('What a compensation undoes', () => {
  test('of a completed subprocess, what was completed in it', async ({ assert }) => {
    const played = (await Case.of(around(inner()))).done('a')
    assert.deepEqual(played.state?.compensations, [{ element: 'a', scope: 'part:2' }])
    played.done('b')
    assert.deepEqual(ordered(played), ['undo_a'])
    assert.deepEqual(played.done('undo_a').waiting, ['after'])
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
})
