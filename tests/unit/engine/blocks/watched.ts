import fc from 'fast-check'
import { call, on, service, user } from '../builder.ts'
import {
  type Watching,
  ALL,
  DEFINITIONS,
  OUTSIDE,
  bordered,
  comes,
  follow,
  isThrown,
  type Interruptible,
  interruptible,
} from './happenings.ts'
import { type Block, type Shape, within } from './shape.ts'

const HOSTS = { user: () => user('f'), service: () => service('a.b'), call: () => call('other') }

/** An event on the border of a task. */
export const watchedTask: Shape<Watching & { host: keyof typeof HOSTS; after: Block }> = {
  of: (after) =>
    fc.record({
      host: fc.constantFrom('user', 'service', 'call'),
      by: fc.constantFrom(...ALL),
      interrupts: fc.boolean(),
      happens: fc.boolean(),
      after,
    }),
  draw(pen, block, where) {
    const { host: kind, happens } = block
    // an activity reports errors only
    const by = kind === 'service' && block.by === 'escalation' ? 'error' : block.by
    const interrupts = block.interrupts || by === 'error'
    const name = pen.id(kind)
    const host = pen.one(name, HOSTS[kind](), where)
    const watch = pen.id('on_')
    const code = `E${watch}`
    const definition = DEFINITIONS[by](isThrown(by) ? code : watch)
    if (isThrown(by) && happens) {
      pen.predicted.throws.set(name, { [by]: code })
      pen.predicted.may.set(name, where.times)
    }
    const at = comes(pen, watch, { by, interrupts, happens }, where)
    const event = pen.one(
      watch,
      on(name, definition, { cancelActivity: interrupts ? undefined : 'false' }),
      at
    )
    return bordered(pen, host, follow(pen, event, block.after, at, interrupts), interrupts, where)
  },
}

/** An event from outside on the border of a part. */
export const watchedPart: Shape<Interruptible> = {
  of: interruptible,
  draw(pen, { by, interrupts, happens, inside, after }, where) {
    const cut = { ...where, sure: where.sure && !(interrupts && happens) }
    const name = pen.id('part')
    const host = pen.part(pen.block(inside, within(cut)), where, { name, over: cut })
    const watch = pen.id('on_')
    const at = comes(pen, watch, { by, interrupts, happens }, where)
    const cancelActivity = interrupts ? undefined : 'false'
    const event = pen.one(watch, on(name, OUTSIDE[by](watch), { cancelActivity }), at)
    return bordered(pen, host, follow(pen, event, after, at, interrupts), interrupts, where)
  },
}
