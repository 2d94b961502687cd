import {
  cancel,
  compensation,
  draw,
  end,
  ending,
  error,
  on,
  parallel,
  service,
  start,
  tie,
  transaction,
  user,
} from '../../builder.ts'

/** A transaction of three things side by side: two can be undone, the third cancels all. */
export const booking = (given = {}, part = transaction) =>
  part('s -> fork -> a -> ok\nfork -> b -> bad\nfork -> c -> ok', {
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

/** That transaction, with where a case goes on that was cancelled, or has failed. */
export const around = (part: ReturnType<typeof booking>) =>
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
