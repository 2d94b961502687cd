import { test } from '@japa/runner'
import {
  cancel,
  compensation,
  draw,
  end,
  ending,
  error,
  eventSub,
  many,
  on,
  parallel,
  service,
  start,
  startBy,
  sub,
  tie,
  timer,
  transaction,
  user,
} from '../builder.ts'
import { Case } from '../case.ts'
import { saidOf } from '../linted.ts'
import { around, booking } from './shared/booking.ts'

test.group('Cancel end event', () => {
  test('gives up what is open in its transaction, undoes what was completed, then goes on at the cancel event', async ({
    assert,
  }) => {
    const played = (await Case.of(around(booking()))).done('a')
    const [c] = played.keys('c')
    played.done('b')
    assert.deepEqual(played.of('cancel'), [{ type: 'cancel', key: c }])
    assert.deepEqual(
      played.of('activity').map(({ element }) => element),
      ['undo_a']
    )
    assert.notInclude(played.waiting, 'd')
    assert.deepEqual(played.done('undo_a').waiting, ['d'])
    assert.equal(played.done('d').state?.outcome, 'cancelled')
  })

  test('once reached nothing else may end the transaction: its term is over, and errors are not for what was in it', async ({
    assert,
  }) => {
    const xml = draw('start -> part -> end\ncancelled -> d -> out\nlate -> f -> out', {
      start: start(),
      part: booking(),
      cancelled: on('part', cancel()),
      late: on('part', timer('2 days')),
      ...{ d: user('d'), f: user('f'), end: end(), out: end() },
    })
    const played = (await Case.of(xml)).done('a')
    const late = played.key('late')
    played.done('b')
    assert.deepInclude(played.of('cancel'), { type: 'cancel', key: late })
    assert.deepEqual(played.happen({ type: 'trigger', key: late }).commands, [])
    assert.deepEqual(played.done('undo_a').waiting, ['d'])
  })

  test('an error of what undoes it ends the transaction by its border, not by an event subprocess in it', async ({
    assert,
  }) => {
    const inner = eventSub('wrong -> mend -> mended', {
      ...{ wrong: startBy(error()), mend: user('mend'), mended: end() },
    })
    const part: typeof transaction = (flows, elements) => transaction(flows, { ...elements, inner })
    const played = (await Case.of(around(booking({}, part)))).done('a').done('b')
    played.happen({ type: 'error', key: played.key('undo_a'), code: 'GONE' })
    assert.deepEqual(played.waiting, ['f'])
  })

  test('undoes what was completed in a part of the transaction that is still open', async ({ assert }) => {
    const xml = draw('start -> part -> end\ncancelled -> d -> out', {
      start: start(),
      part: transaction('s -> fork -> inner -> ok\nfork -> b -> bad', {
        ...{ s: start(), fork: parallel(), b: user('b'), ok: end(), bad: ending(cancel()) },
        inner: sub('i -> a -> c -> e', {
          ...{ i: start(), a: user('a'), c: user('c'), e: end(), on_a: on('a', compensation()) },
          ...{ undo_a: service('x.undo_a', { isForCompensation: 'true' }), tie_a: tie('on_a', 'undo_a') },
        }),
      }),
      ...{ cancelled: on('part', cancel()), d: user('d'), end: end(), out: end() },
    })
    const played = (await Case.of(xml)).done('a').done('b')
    assert.deepEqual(
      played.of('activity').map(({ element }) => element),
      ['undo_a']
    )
    assert.notInclude(played.waiting, 'c')
    assert.deepEqual(played.done('undo_a').waiting, ['d'])
  })

  test('before anything was completed, goes on there at once', async ({ assert }) => {
    assert.deepEqual((await Case.of(around(booking()))).done('b').waiting, ['d'])
  })

  test('of several at once, one that is cancelled cancels all, and all that any completed is undone', async ({
    assert,
  }) => {
    const repeated = many(booking({ in: { n: 'n' } }), { 'fin:collection': '[1, 2, 3]', 'fin:item': 'n' })
    const played = await Case.of(around(repeated))
    // the first has been done altogether, the second in part
    const [a1, a2] = played.keys('a')
    played.doneAt(a1!).doneAt(a2!)
    const open = [...played.keys('b').slice(0, 2), ...played.keys('c')]
    played.doneAt(played.keys('b')[2]!)
    // nobody works on any of them while what was done is being undone
    assert.includeMembers(
      played.of('cancel').map(({ key }) => key),
      open
    )
    assert.deepEqual(played.keys('c'), [])
    const undone: unknown[] = []
    for (; played.keys('undo_a').length > 0; played.done('undo_a'))
      undone.push(played.of('activity')[0]?.input.n)
    assert.deepEqual(undone, ['2', '1'])
    assert.deepEqual(played.waiting, ['d'])
    assert.equal(played.done('d').state?.outcome, 'cancelled')
  })

  test('one after the other, one that is cancelled undoes those before it, and none follows', async ({
    assert,
  }) => {
    const one = transaction('s -> a -> b -> bad', {
      s: start(),
      a: user('a'),
      on_a: on('a', compensation()),
      undo_a: service('x.undo_a', { isForCompensation: 'true' }),
      tie_a: tie('on_a', 'undo_a'),
      b: user('b'),
      bad: ending(cancel()),
    })
    const xml = around(many(one, { 'fin:collection': '[1, 2]', isSequential: 'true' }))
    const played = (await Case.of(xml)).done('a').done('b').done('undo_a')
    assert.deepEqual(played.waiting, ['d'])
  })

  test('stands in a transaction that has an event for it, and leads nowhere', async ({ assert }) => {
    const whole = around(booking())
    assert.deepEqual(await saidOf(whole), [])
    const bare = transaction('s -> bad', { s: start(), bad: ending(cancel()) })
    const inside = (part: ReturnType<typeof transaction>) =>
      draw('start -> part -> end', { start: start(), part, end: end() })
    assert.deepEqual(await saidOf(inside(bare)), ['CANCEL_OUTSIDE bad'])
    assert.deepEqual(await saidOf(inside(sub('s -> bad', { s: start(), bad: ending(cancel()) }))), [
      'CANCEL_OUTSIDE bad',
    ])
    assert.deepEqual(await saidOf(draw('start -> bad', { start: start(), bad: ending(cancel()) })), [
      'CANCEL_OUTSIDE bad',
    ])
    const deeper = draw('start -> part -> end\ncancelled -> end', {
      start: start(),
      part: transaction('s -> inner -> ok', {
        s: start(),
        inner: sub('s2 -> bad', { s2: start(), bad: ending(cancel()) }),
        ok: end(),
      }),
      cancelled: on('part', cancel()),
      end: end(),
    })
    assert.deepEqual(await saidOf(deeper), ['CANCEL_NEVER cancelled', 'CANCEL_OUTSIDE bad'])
  })

  test('undoes nothing of what stands beside its transaction', async ({ assert }) => {
    const beside = sub('s2 -> x -> y -> e2', {
      s2: start(),
      x: user('x'),
      on_x: on('x', compensation()),
      undo_x: service('x.undo_x', { isForCompensation: 'true' }),
      tie_x: tie('on_x', 'undo_x'),
      y: user('y'),
      e2: end(),
    })
    const one = transaction('s -> b -> bad', { s: start(), b: user('b'), bad: ending(cancel()) })
    const xml = draw('start -> fork -> part -> end\nfork -> beside -> end\ncancelled -> d -> end', {
      start: start(),
      fork: parallel(),
      part: many(one, { 'fin:collection': '[1, 2]' }),
      cancelled: on('part', cancel()),
      beside,
      d: user('d'),
      end: end(),
    })
    const played = (await Case.of(xml)).done('x')
    played.doneAt(played.keys('b')[0]!)
    assert.deepEqual(played.of('activity'), [])
    assert.deepEqual(played.waiting, ['beside', 'd', 'y'])
  })
})
