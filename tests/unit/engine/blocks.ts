/** Random block-structured processes, and what each must do: who is entered how often, and what comes before what. */
import fc from 'fast-check'
import type { Json } from '#core/json'
import {
  draw,
  end,
  exclusive,
  message,
  on,
  parallel,
  race,
  receive,
  service,
  start,
  sub,
  timer,
  user,
  waitFor,
} from './builder.ts'

export type Block =
  | { is: 'task'; how: 'user' | 'service' | 'timer' | 'message' | 'receive' }
  | { is: 'sequence'; parts: Block[] }
  | { is: 'choice'; ways: Block[]; taken: number }
  | { is: 'parallel'; ways: Block[] }
  | { is: 'loop'; body: Block; times: number }
  | { is: 'deadline'; late: Block; expires: boolean }
  | { is: 'race'; first: Block; second: Block; byTimer: boolean }
  | { is: 'part'; inside: Block }
  | { is: 'interruptible'; inside: Block; after: Block }

const task = fc.record({
  is: fc.constant('task' as const),
  how: fc.constantFrom(
    'user' as const,
    'service' as const,
    'timer' as const,
    'message' as const,
    'receive' as const
  ),
})

export const blocks: fc.Arbitrary<Block> = fc.letrec<{ block: Block }>((tie) => {
  const block = tie('block')
  const ways = fc.array(block, { minLength: 2, maxLength: 3 })
  const a = <T extends Block['is'], R extends object>(is: T, record: fc.Arbitrary<R>) =>
    record.map((rest) => ({ is, ...rest }) as unknown as Block)
  return {
    block: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      task as fc.Arbitrary<Block>,
      a('sequence', fc.record({ parts: fc.array(block, { minLength: 1, maxLength: 4 }) })),
      a('choice', fc.record({ ways, taken: fc.nat(2) })),
      a('parallel', fc.record({ ways })),
      a('loop', fc.record({ body: block, times: fc.integer({ min: 1, max: 3 }) })),
      a('deadline', fc.record({ late: block, expires: fc.boolean() })),
      a('race', fc.record({ first: block, second: block, byTimer: fc.boolean() })),
      a('part', fc.record({ inside: block })),
      a('interruptible', fc.record({ inside: block, after: block }))
    ),
  }
}).block

/** How often an element is entered, at least and at most. */
export interface Count {
  least: number
  most: number
}

export interface Predicted {
  xml: string
  variables: Record<string, Json>
  counts: Map<string, Count>
  /** All of the first come before any of the second. */
  order: [string[], string[]][]
  /** Timers that are never due in this run. */
  idle: Set<string>
  /** Messages that never come in this run. */
  unsent: Set<string>
}

type Elements = Parameters<typeof draw>[1]
interface Drawn {
  flows: string[]
  elements: Elements
  from: string
  to: string
  ids: string[]
}
/** What holds where a block is drawn: how often it runs, whether it may be cut short, whether order can be told. */
interface Where {
  times: number
  sure: boolean
  once: boolean
}

export function predict(block: Block): Predicted {
  const predicted: Omit<Predicted, 'xml'> = {
    variables: {},
    counts: new Map(),
    order: [],
    idle: new Set(),
    unsent: new Set(),
  }
  let sequence = 0
  const id = (name: string) => `${name}${(sequence += 1)}`

  const enters = (element: string, { times, sure }: Where) =>
    predicted.counts.set(element, { least: sure ? times : 0, most: times })

  const never: Where = { times: 0, sure: true, once: false }

  function sequenceOf(parts: Drawn[], where: Where): Drawn {
    if (where.once) {
      for (const [n, part] of parts.entries())
        if (n > 0) predicted.order.push([parts[n - 1]?.ids ?? [], part.ids])
    }
    const links = parts.slice(1).map((part, n) => `${parts[n]?.to} -> ${part.from}`)
    return {
      flows: [...parts.flatMap((part) => part.flows), ...links],
      elements: Object.assign({}, ...parts.map((part) => part.elements)) as Elements,
      from: parts[0]?.from ?? '',
      to: parts.at(-1)?.to ?? '',
      ids: parts.flatMap((part) => part.ids),
    }
  }

  function one(name: string, how: Elements[string], where: Where): Drawn {
    enters(name, where)
    return { flows: [], elements: { [name]: how }, from: name, to: name, ids: [name] }
  }

  /** Between two gateways of its own. */
  function between(split: Drawn, ways: Drawn[], join: Drawn, conditions: string[] = []): Drawn {
    const parts = [split, ...ways, join]
    return {
      flows: [
        ...parts.flatMap((part) => part.flows),
        ...ways.flatMap((way, n) => [
          `${split.to} -> ${way.from}${conditions[n] ?? ''}`,
          `${way.to} -> ${join.from}`,
        ]),
      ],
      elements: Object.assign({}, ...parts.map((part) => part.elements)) as Elements,
      from: split.from,
      to: join.to,
      ids: parts.flatMap((part) => part.ids),
    }
  }

  const within = (name: string, inside: Drawn, where: Where): Drawn => {
    const [first, last] = [id('s'), id('e')]
    enters(first, where)
    enters(last, where)
    const flows = [...inside.flows, `${first} -> ${inside.from}`, `${inside.to} -> ${last}`].join('\n')
    return {
      ...one(name, sub(flows, { ...inside.elements, [first]: start(), [last]: end() }), where),
      ids: [name, first, ...inside.ids, last],
    }
  }

  function drawBlock(each: Block, where: Where): Drawn {
    switch (each.is) {
      case 'task': {
        const name = id(each.how)
        const kinds = {
          user: user('f'),
          service: service('a.b', { out: { last: `"${name}"` } }),
          timer: waitFor(timer('2 days')),
          message: waitFor(message(name)),
          receive: receive(name),
        }
        return one(name, kinds[each.how], where)
      }
      case 'sequence':
        return sequenceOf(
          each.parts.map((part) => drawBlock(part, where)),
          where
        )
      case 'choice': {
        const variable = id('v')
        const taken = each.taken % each.ways.length
        predicted.variables[variable] = taken
        const ways = each.ways.map((way, n) => drawBlock(way, n === taken ? where : never))
        const conditions = ways.map((_, n) =>
          n === ways.length - 1 ? ' : default' : ` : ${variable} = ${n}`
        )
        return between(one(id('x'), exclusive(), where), ways, one(id('m'), exclusive(), where), conditions)
      }
      case 'parallel': {
        const ways = each.ways.map((way) => drawBlock(way, where))
        return between(one(id('fork'), parallel(), where), ways, one(id('join'), parallel(), where))
      }
      case 'loop': {
        const counter = id('n')
        predicted.variables[counter] = 0
        const turn = { ...where, times: where.times * each.times, once: false }
        const body = drawBlock(each.body, turn)
        const count = service('count', { out: { [counter]: `modulo(${counter} + 1, ${each.times})` } })
        const again = one(id('again'), exclusive(), turn)
        const drawn = sequenceOf(
          [one(id('turn'), exclusive(), turn), body, one(id('count'), count, turn), again],
          turn
        )
        const out = one(id('out'), exclusive(), where)
        return {
          ...drawn,
          flows: [
            ...drawn.flows,
            `${drawn.to} -> ${drawn.from} : ${counter} > 0`,
            `${drawn.to} -> ${out.from} : default`,
          ],
          elements: { ...drawn.elements, ...out.elements },
          to: out.to,
          ids: [...drawn.ids, ...out.ids],
        }
      }
      case 'deadline': {
        const host = id('due')
        const watch = id('expired')
        const held = one(host, user('f'), where)
        const expired = one(watch, on(host, timer('10 working days')), each.expires ? where : never)
        // either happens, whichever comes first: a timer that may be due does not always win
        if (each.expires) predicted.counts.set(watch, { least: 0, most: where.times })
        else predicted.idle.add(watch)
        const late = drawBlock(each.late, each.expires ? { ...where, sure: false } : never)
        const merge = one(id('m'), exclusive(), where)
        return {
          flows: [
            ...late.flows,
            `${host} -> ${merge.from}`,
            `${watch} -> ${late.from}`,
            `${late.to} -> ${merge.from}`,
          ],
          elements: { ...held.elements, ...expired.elements, ...late.elements, ...merge.elements },
          from: host,
          to: merge.to,
          ids: [host, watch, ...late.ids, merge.to],
        }
      }
      case 'race': {
        const [byMessage, byTimer] = [id('answer'), id('silence')]
        if (each.byTimer) predicted.unsent.add(byMessage)
        else predicted.idle.add(byTimer)
        const ways = [
          sequenceOf(
            [
              one(byMessage, waitFor(message(byMessage)), each.byTimer ? never : where),
              drawBlock(each.first, each.byTimer ? never : where),
            ],
            where
          ),
          sequenceOf(
            [
              one(byTimer, waitFor(timer('1 month')), each.byTimer ? where : never),
              drawBlock(each.second, each.byTimer ? where : never),
            ],
            where
          ),
        ]
        return between(one(id('race'), race(), where), ways, one(id('m'), exclusive(), where))
      }
      case 'part':
        return within(id('part'), drawBlock(each.inside, where), where)
      case 'interruptible': {
        const name = id('part')
        const stop = id('stop')
        const held = within(name, drawBlock(each.inside, { ...where, sure: false }), {
          ...where,
          sure: false,
        })
        enters(name, where)
        const stopped = one(stop, on(name, message(stop)), { ...where, sure: false })
        const after = drawBlock(each.after, { ...where, sure: false })
        const merge = one(id('m'), exclusive(), where)
        return {
          flows: [
            ...after.flows,
            `${name} -> ${merge.from}`,
            `${stop} -> ${after.from}`,
            `${after.to} -> ${merge.from}`,
          ],
          elements: { ...held.elements, ...stopped.elements, ...after.elements, ...merge.elements },
          from: name,
          to: merge.to,
          ids: [...held.ids, stop, ...after.ids, merge.to],
        }
      }
    }
  }

  const where: Where = { times: 1, sure: true, once: true }
  const all = sequenceOf(
    [one('start', start(), where), drawBlock(block, where), one('end', end('done'), where)],
    where
  )
  return { ...predicted, xml: draw(all.flows.join('\n'), all.elements) }
}
