import { compensation, draw, end, start, sub, throwing, user } from '../../builder.ts'
import { undoable } from './undoable.ts'

/** A part with something in it that can be undone. */
export const inner = (ends = end()) =>
  sub('s -> a -> b -> e', {
    s: start(),
    ...undoable(),
    b: user('b'),
    e: ends,
  })

/** A process that undoes what was completed in a part, once it is left. */
export const around = (part: ReturnType<typeof inner>, more: Parameters<typeof draw>[1] = {}) =>
  draw('start -> part -> undo -> after -> end', {
    start: start(),
    part,
    undo: throwing(compensation()),
    after: user('after'),
    end: end(),
    ...more,
  })
