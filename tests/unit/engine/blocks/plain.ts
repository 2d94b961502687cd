import fc from 'fast-check'
import {
  call,
  condition,
  exclusive,
  inclusive,
  link,
  manual,
  message,
  milestone,
  parallel,
  receive,
  send,
  service,
  signal,
  throwing,
  timer,
  user,
  waitFor,
  work,
} from '../builder.ts'
import { type Block, type Shape, NEVER, within } from './shape.ts'
import { together } from './pen.ts'

const TASKS = {
  user: () => user('f'),
  manual: () => manual(),
  service: (name: string) => service('a.b', { out: { last: `"${name}"` } }),
  send: () => send('a.b'),
  call: () => call('other', { out: { last: 'result' } }),
  receive: (name: string) => receive(name),
  message: (name: string) => waitFor(message(name)),
  signal: (name: string) => waitFor(signal(name)),
  timer: () => waitFor(timer('2 days')),
  condition: (name: string) => waitFor(condition(`is_${name}`)),
  tell: () => throwing(message('told')),
  shout: (name: string) => throwing(signal(`S_${name}`)),
  reached: () => milestone(),
  work: (name: string) => work({ last: `"${name}"` }),
}
type Task = keyof typeof TASKS

export const task: Shape<{ how: Task }> = {
  of: () => fc.record({ how: fc.constantFrom(...(Object.keys(TASKS) as Task[])) }),
  draw(pen, { how }, where) {
    const name = pen.id(how)
    return pen.one(name, TASKS[how](name), where)
  },
}

export const sequence: Shape<{ parts: Block[] }> = {
  of: (block) => fc.record({ parts: fc.array(block, { minLength: 1, maxLength: 4 }) }),
  draw: (pen, { parts }, where) =>
    pen.sequence(
      parts.map((part) => pen.block(part, where)),
      where
    ),
}

const ways = (block: fc.Arbitrary<Block>) => fc.array(block, { minLength: 2, maxLength: 3 })

export const choice: Shape<{ ways: Block[]; taken: number }> = {
  of: (block) => fc.record({ ways: ways(block), taken: fc.nat(2) }),
  draw(pen, block, where) {
    const variable = pen.id('v')
    const taken = block.taken % block.ways.length
    pen.predicted.variables[variable] = taken
    const drawn = block.ways.map((way, n) => pen.block(way, n === taken ? where : NEVER))
    const conditions = drawn.map((_, n) => (n === drawn.length - 1 ? ' : default' : ` : ${variable} = ${n}`))
    return pen.between(pen.one(pen.id('x'), exclusive(), where), drawn, pen.merge(where), conditions)
  },
}

export const fork: Shape<{ ways: Block[] }> = {
  of: (block) => fc.record({ ways: ways(block) }),
  draw(pen, block, where) {
    const drawn = block.ways.map((way) => pen.block(way, where))
    return pen.between(
      pen.one(pen.id('fork'), parallel(), where),
      drawn,
      pen.one(pen.id('join'), parallel(), where)
    )
  },
}

/** Some ways, or the last when it is none. */
export const some: Shape<{ ways: Block[]; taken: number }> = {
  of: (block) => fc.record({ ways: ways(block), taken: fc.nat(7) }),
  draw(pen, block, where) {
    const last = block.ways.length - 1
    const isTaken = (n: number) => n < last && ((block.taken >> n) & 1) === 1
    const none = !block.ways.some((_, n) => isTaken(n))
    const drawn = block.ways.map((way, n) =>
      pen.block(way, isTaken(n) || (n === last && none) ? where : NEVER)
    )
    const conditions = drawn.map((_, n) => (n === last ? ' : default' : ` : ${isTaken(n)}`))
    return pen.between(
      pen.one(pen.id('some'), inclusive(), where),
      drawn,
      pen.one(pen.id('all'), inclusive(), where),
      conditions
    )
  },
}

/** A loop of gateways, which counts in a variable of the case. */
export const round: Shape<{ body: Block; times: number }> = {
  of: (block) => fc.record({ body: block, times: fc.integer({ min: 1, max: 3 }) }),
  draw(pen, { body, times }, where) {
    if (where.beside) return pen.block(body, where)
    const counter = pen.id('n')
    pen.predicted.variables[counter] = 0
    const turn = { ...where, times: where.times * times, once: false }
    const count = service('count', { out: { [counter]: `modulo(${counter} + 1, ${times})` } })
    const drawn = pen.sequence(
      [
        pen.one(pen.id('turn'), exclusive(), turn),
        pen.block(body, turn),
        pen.one(pen.id('count'), count, turn),
        pen.one(pen.id('again'), exclusive(), turn),
      ],
      turn
    )
    const out = pen.merge(where)
    return {
      ...together(
        [drawn, out],
        [`${drawn.to} -> ${drawn.from} : ${counter} > 0`, `${drawn.to} -> ${out.from} : default`]
      ),
      from: drawn.from,
      to: out.to,
    }
  },
}

/** From one link event to the other, without a flow between them. */
export const leap: Shape<{ before: Block; after: Block }> = {
  of: (block) => fc.record({ before: block, after: block }),
  draw(pen, block, where) {
    const name = pen.id('link')
    const before = pen.sequence(
      [pen.block(block.before, where), pen.one(pen.id('leap'), throwing(link(name)), where)],
      where
    )
    const after = pen.sequence(
      [pen.one(pen.id('land'), waitFor(link(name)), where), pen.block(block.after, where)],
      where
    )
    if (where.once) pen.predicted.order.push([before.ids, after.ids])
    return { ...together([before, after]), from: before.from, to: after.to }
  },
}

export const part: Shape<{ inside: Block }> = {
  of: (inside) => fc.record({ inside }),
  draw: (pen, { inside }, where) => pen.part(pen.block(inside, within(where)), where),
}

/** What only a person does. */
export const handwork: Shape<{ how: 'user' | 'manual' }> = {
  of: () => fc.record({ how: fc.constantFrom('user', 'manual') }),
  draw: task.draw,
}
