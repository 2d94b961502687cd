import fc from 'fast-check'
import { parallel, race as firstOf, receive, signal, terminate, throwing, user, waitFor } from '../builder.ts'
import {
  type Outside,
  OUTSIDE,
  OUTSIDES,
  comes,
  listener,
  type Interruptible,
  interruptible,
} from './happenings.ts'
import { together } from './pen.ts'
import { type Block, type Shape, NEVER, within } from './shape.ts'

/** The first of several events; which one comes is known. */
export const race: Shape<{ events: (Outside | 'receive')[]; ways: Block[]; first: number }> = {
  of: (block) =>
    fc.record({
      events: fc.array(fc.constantFrom(...OUTSIDES, 'receive' as const), { minLength: 3, maxLength: 3 }),
      ways: fc.array(block, { minLength: 2, maxLength: 3 }),
      first: fc.nat(2),
    }),
  draw(pen, { events, ways, first }, where) {
    const drawn = ways.map((way, n) => {
      const by = events[n] as Outside | 'receive'
      const name = pen.id(by)
      const comes = n === first % ways.length
      if (!comes) pen.predicted.silent.add(name)
      const event = by === 'receive' ? receive(name) : waitFor(OUTSIDE[by](name))
      const here = comes ? where : NEVER
      return pen.sequence([pen.one(name, event, here), pen.block(way, here)], here)
    })
    return pen.between(pen.one(pen.id('first'), firstOf(), where), drawn, pen.merge(where))
  },
}

/** A part in which an event from outside may begin an event subprocess. */
export const listening: Shape<Interruptible> = {
  of: interruptible,
  draw(pen, { by, interrupts, happens, inside, after }, where) {
    const cut = { ...where, sure: where.sure && !(interrupts && happens) }
    const begins = pen.id('begun')
    const at = comes(pen, begins, { by, interrupts, happens }, where)
    const more = [listener(pen, OUTSIDE[by](begins), begins, interrupts, pen.block(after, within(at)), at)]
    return pen.part(pen.block(inside, within(cut)), where, { more, over: cut })
  },
}

/** A part that one of its branches ends, whatever the other has come to. */
export const stopped: Shape<{ inside: Block; until: Block }> = {
  of: (block) => fc.record({ inside: block, until: block }),
  draw(pen, block, where) {
    const cut = { ...where, sure: false }
    const until = pen.block(block.until, { ...where, asides: false })
    const stop = pen.one(pen.id('stop'), terminate(), where)
    const way = together([until, stop], [`${until.to} -> ${stop.from}`])
    const split = pen.one(pen.id('fork'), parallel(), where)
    const inside = pen.block(block.inside, cut)
    const all = together(
      [split, { ...way, from: until.from, to: stop.to }, inside],
      [`${split.to} -> ${until.from}`, `${split.to} -> ${inside.from}`]
    )
    return pen.part({ ...all, from: split.from, to: inside.to }, where, { over: cut })
  },
}

/** One branch waits for what the other tells this case. */
export const told: Shape<{ before: Block; after: Block }> = {
  of: (block) => fc.record({ before: block, after: block }),
  draw(pen, block, where) {
    const name = pen.id('signal')
    const heard = pen.one(name, waitFor(signal(name)), where)
    // the signal is for those who listen by then: a task before it lets the other branch come to that
    const ways = [
      pen.sequence([heard, pen.block(block.after, where)], where),
      pen.sequence(
        [
          pen.one(pen.id('user'), user('f'), where),
          pen.block(block.before, where),
          pen.one(pen.id('throw'), throwing(signal(name)), where),
        ],
        where
      ),
    ]
    pen.predicted.silent.add(name)
    return pen.between(
      pen.one(pen.id('fork'), parallel(), where),
      ways,
      pen.one(pen.id('join'), parallel(), where)
    )
  },
}
