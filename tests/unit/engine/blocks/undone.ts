import fc from 'fast-check'
import {
  cancel,
  compensation,
  ending,
  many,
  on,
  service,
  tie,
  throwing,
  transaction,
  user,
} from '../builder.ts'
import { type Block, type Drawn, type Shape, type Where, NEVER, within } from './shape.ts'
import { type Pen, together } from './pen.ts'

/** A task that can be undone, done so often each time it is come to; and its handler, carried out as often. */
function undoable(pen: Pen, items: number, where: Where, undone: Where): { task: Drawn; handler: string } {
  const [name, event, handler] = [pen.id('done'), pen.id('on_'), pen.id('undo')] as [string, string, string]
  const list = `[${Array.from({ length: items }, (_, n) => `"${n}"`).join()}]`
  const each = user('f')
  const task = pen.one(
    name,
    items === 1 ? each : many(each, { 'fin:collection': list, 'fin:item': 'u' }),
    where
  )
  pen.enters(event, NEVER)
  pen.enters(handler, { ...undone, times: undone.times * items })
  return {
    task: {
      ...task,
      elements: {
        ...task.elements,
        [event]: on(name, compensation()),
        [handler]: service('a.undo', { isForCompensation: 'true' }),
        [pen.id('tie')]: tie(event, handler),
      },
    },
    handler,
  }
}

/** A part that undoes what it did. */
export const undone: Shape<{ items: number; named: boolean; inside: Block }> = {
  of: (inside) => fc.record({ items: fc.nat(2), named: fc.boolean(), inside }),
  draw(pen, { items, named, inside }, where) {
    const { task, handler } = undoable(pen, items, where, where)
    const undo = pen.one(pen.id('undo_'), throwing(compensation(named ? task.from : undefined)), where)
    const drawn = pen.sequence([task, pen.block(inside, within(where)), undo], where)
    if (where.once) pen.predicted.order.push([task.ids, [handler]])
    const part = pen.part(drawn, where)
    return { ...part, ids: [...part.ids, handler] }
  },
}

/** A transaction that comes to its end, or is cancelled. */
export const transacted: Shape<{ items: number; cancels: boolean; inside: Block; after: Block }> = {
  of: (block) => fc.record({ items: fc.nat(2), cancels: fc.boolean(), inside: block, after: block }),
  draw(pen, { items, cancels, inside, after }, where) {
    const name = pen.id('part')
    const at = cancels ? where : NEVER
    // left in the ordinary way it has no handler: who undoes something around it would undo that as well
    const { task, handler } = undoable(pen, cancels ? items : 0, where, at)
    const drawn = pen.sequence([task, pen.block(inside, { ...where, asides: !cancels })], where)
    const last = cancels ? ending(cancel()) : undefined
    const host = pen.part(drawn, where, { name, tag: transaction, last })
    // an event that nothing in it brings about is refused
    if (!cancels) return host
    const event = pen.sequence([pen.one(pen.id('on_'), on(name, cancel()), at), pen.block(after, at)], at)
    const merge = pen.merge(where)
    const links = [`${host.to} -> ${merge.from}`, `${event.to} -> ${merge.from}`]
    if (where.once) pen.predicted.order.push([[...drawn.ids, handler], event.ids])
    return { ...together([host, event, merge], links), from: host.from, to: merge.to }
  },
}
