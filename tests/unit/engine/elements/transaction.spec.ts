import { test } from '@japa/runner'
import {
  cancel,
  compensation,
  draw,
  end,
  ending,
  error,
  many,
  on,
  parallel,
  service,
  start,
  tie,
  transaction,
  user,
} from '../builder.ts'
import { Case } from '../case.ts'

const booking = (given = {}) =>
  transaction('s -> fork -> a -> ok\nfork -> b -> bad\nfork -> c -> ok', {
    s: start(),
    fork: parallel(),
    a: user('a'),
    on_a: on('a', compensation()),
    undo_a: service('x.undo_a', { isForCompensation: 'true', ...given }),
    tie_a: tie('on_a', 'undo_a'),
    b: user('b'),
    c: user('c'),
    on_c: on('c', compensation()),
    undo_c: service('x.undo_c', { isForCompensation: 'true' }),
    tie_c: tie('on_c', 'undo_c'),
    ok: end(),
    bad: ending(cancel()),
  })
const around = (part: ReturnType<typeof booking>) =>
  draw('start -> part -> end\ncancelled -> d -> out\nfailed -> f -> out', {
    start: start(),
    part,
    cancelled: on('part', cancel()),
    failed: on('part', error()),
    d: user('d'),
    f: user('f'),
    end: end('done'),
    out: end('cancelled'),
  })

test.group('Transaction', () => {
  test('cancelled, gives up what is open, undoes what was completed, then goes on at its cancel event', async ({
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

  test('cancelled before anything was completed, goes on there at once', async ({ assert }) => {
    assert.deepEqual((await Case.of(around(booking()))).done('b').waiting, ['d'])
  })

  test('left as any subprocess is when nothing cancels it; an error in it undoes nothing', async ({
    assert,
  }) => {
    const bare = transaction('s -> a -> ok', { s: start(), a: user('a'), ok: end() })
    const kept = await Case.of(draw('start -> part -> end', { start: start(), part: bare, end: end('done') }))
    assert.equal(kept.done('a').state?.outcome, 'done')
    const failed = (await Case.of(around(booking()))).done('a')
    failed.happen({ type: 'error', key: failed.key('c'), code: 'E' })
    assert.deepEqual(failed.waiting, ['f'])
    assert.deepEqual(failed.of('activity'), [])
  })

  test('of several at once, one that is cancelled cancels all, and all that any completed is undone', async ({
    assert,
  }) => {
    const repeated = many(booking({ in: { n: 'n' } }), { 'fin:collection': '[1, 2, 3]', 'fin:item': 'n' })
    const played = await Case.of(around(repeated))
    // the first has been done altogether, the second in part
    const [a1, a2] = played.keys('a')
    played.doneAt(a1!).doneAt(a2!)
    played.doneAt(played.keys('b')[2]!)
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
})
