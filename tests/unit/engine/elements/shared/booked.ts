import { compensation, draw, end, on, start, type throwing, tie, user } from '../../builder.ts'
import { undo } from './undoable.ts'

/** Two things that can be undone, one after the other, and then an event that undoes. */
export const booked = (undoing: ReturnType<typeof throwing>, more = '-> after -> end') =>
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
    undo: undoing,
    ...(more && { after: user('after'), end: end() }),
  })
