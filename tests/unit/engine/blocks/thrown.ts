import fc from 'fast-check'
import { errorEnd, escalation, exclusive, on, parallel, throwing, user } from '../builder.ts'
import { DEFINITIONS, bordered, follow, listener } from './happenings.ts'
import { together } from './pen.ts'
import { type Block, type Shape, NEVER, within } from './shape.ts'

interface ThrownInside {
  by: 'error' | 'escalation'
  interrupts: boolean
  inside: Block
  beside: Block
  after: Block
}

/**
 * A part in which something is thrown once `inside` is over; `beside` runs meanwhile, and is cut short if the throw
 * ends the part. It is caught on the border of the part, or by an event subprocess in it.
 */
const throwingPart = (caught: 'on the border' | 'inside'): Shape<ThrownInside> => ({
  of: (block) =>
    fc.record({
      by: fc.constantFrom('error', 'escalation'),
      interrupts: fc.boolean(),
      inside: block,
      beside: block,
      after: block,
    }),
  draw(pen, block, where) {
    const interrupts = block.interrupts || block.by === 'error'
    const code = pen.id('E')
    const cut = { ...where, sure: where.sure && !interrupts }
    // what it has opened beside itself is cut short by the throw
    const before = pen.block(block.inside, { ...where, asides: !interrupts })
    const beside = pen.block(block.beside, within(cut))
    const rest = pen.one(pen.id('user'), user('f'), interrupts ? NEVER : where)
    const thrown = pen.one(
      pen.id('throw'),
      block.by === 'error' ? errorEnd(code) : throwing(escalation(code)),
      where
    )
    const way =
      block.by === 'error'
        ? // an error ends its branch: nothing is drawn after it, but another way that isn't taken
          together(
            [before, thrown, rest, pen.one(`x_${code}`, exclusive(), where)],
            [
              `${before.to} -> x_${code}`,
              `x_${code} -> ${thrown.from} : true`,
              `x_${code} -> ${rest.from} : default`,
            ]
          )
        : together([before, thrown, rest], [`${before.to} -> ${thrown.from}`, `${thrown.to} -> ${rest.from}`])
    if (where.once) pen.predicted.order.push([before.ids, thrown.ids])
    const ways = [{ ...way, from: before.from, to: rest.to }, beside]
    const over = interrupts ? NEVER : where
    const inside = pen.between(
      pen.one(pen.id('fork'), parallel(), where),
      ways,
      pen.one(pen.id('join'), parallel(), over)
    )
    const name = pen.id('part')
    const at = { ...where, once: false, beside: where.beside || !interrupts || where.times > 1 }
    if (caught === 'on the border') {
      const host = pen.part(inside, where, { name, over })
      const definition = on(name, DEFINITIONS[block.by](code), {
        cancelActivity: interrupts ? undefined : 'false',
      })
      const event = pen.one(pen.id('on_'), definition, at)
      return bordered(pen, host, follow(pen, event, block.after, at, interrupts), interrupts, where)
    }
    const part = listener(
      pen,
      DEFINITIONS[block.by](code),
      pen.id('begun'),
      interrupts,
      pen.block(block.after, within(at)),
      at
    )
    return pen.part(inside, where, { name, over, more: [part] })
  },
})

export const throwsOut = throwingPart('on the border')
export const throwsWithin = throwingPart('inside')
