import fc from 'fast-check'
import { adHoc, again, many, service, user } from '../builder.ts'
import { type Block, type Shape, type Where, within } from './shape.ts'
import { together } from './pen.ts'

interface Many {
  items: number
  sequential: boolean
  /** So many are enough; 0: all are needed. */
  enough: number
}

const many_ = {
  items: fc.nat(3),
  sequential: fc.boolean(),
  enough: fc.nat(3),
}

const LISTS = ['[]', '["a"]', '["a", "b"]', '["a", "b", "c"]']

const repeats =
  ({ items, sequential, enough }: Many, item: string) =>
  (draw: Parameters<typeof many>[0]) =>
    many(
      draw,
      {
        'fin:collection': LISTS[items] as string,
        'fin:item': item,
        'fin:collect': `all_${item}`,
        'fin:each': item,
        ...(sequential && { isSequential: 'true' }),
      },
      enough > 0 ? `numberOfCompletedInstances >= ${enough}` : undefined
    )

/** How often what is inside runs, and whether each is sure to come to its end. */
function turns({ items, sequential, enough }: Many, where: Where): Where {
  const cut = enough > 0 && enough < items
  const times = where.times * (cut && sequential ? enough : items)
  const parallel = !sequential && items > 1
  return {
    times,
    sure: where.sure && (!cut || sequential),
    once: false,
    beside: where.beside || parallel,
    asides: true,
  }
}

/** A part for each of several. */
export const manyParts: Shape<Many & { inside: Block }> = {
  of: (inside) => fc.record({ ...many_, inside }),
  draw(pen, block, where) {
    const inner = turns(block, where)
    return pen.part(pen.block(block.inside, inner), where, {
      // all of them begin, whether they come to an end or not
      begins: { ...inner, sure: where.sure },
      over: inner,
      wrap: repeats(block, pen.id('i')),
    })
  },
}

/** A task for each of several. */
export const manyTasks: Shape<Many & { service: boolean }> = {
  of: () => fc.record({ ...many_, service: fc.boolean() }),
  draw(pen, block, where) {
    const name = pen.id('many')
    const { times, sure } = turns(block, where)
    pen.predicted.orders.set(name, {
      least: where.sure && (sure || !block.sequential) ? times : 0,
      most: times,
    })
    return pen.one(name, repeats(block, pen.id('i'))(block.service ? service('a.b') : user('f')), where)
  },
}

/** A part again and again; tested before, perhaps not once. */
export const turned: Shape<{ times: number; before: boolean; inside: Block }> = {
  of: (inside) => fc.record({ times: fc.nat(3), before: fc.boolean(), inside }),
  draw(pen, { times, before, inside }, where) {
    const most = before ? times : Math.max(times, 1)
    const inner = within({ ...where, times: where.times * most, once: false })
    return pen.part(pen.block(inside, inner), where, {
      begins: inner,
      wrap: (draw) => again(draw, `loopCounter < ${times}`, before ? { testBefore: 'true' } : {}),
    })
  },
}

/** What a person begins as they see fit. */
export const chosen: Shape<{ picks: number[]; sequential: boolean; inside: Block }> = {
  of: (inside) =>
    fc.record({ picks: fc.array(fc.nat(2), { maxLength: 3 }), sequential: fc.boolean(), inside }),
  draw(pen, { picks, sequential, inside }, where) {
    const often = (n: number): Where => {
      const times = where.times * picks.filter((pick) => pick === n).length
      return {
        times,
        sure: where.sure,
        once: false,
        beside: where.beside || (!sequential && times > 1),
        asides: true,
      }
    }
    const choices = [
      pen.one(pen.id('user'), user('f'), often(0)),
      pen.one(pen.id('service'), service('a.b'), often(1)),
      pen.part(pen.block(inside, often(2)), often(2)),
    ]
    const all = together(choices)
    const name = pen.id('chosen')
    pen.predicted.picks.set(
      name,
      picks.map((pick) => choices[pick]!.from)
    )
    const drawn = pen.one(name, adHoc(sequential ? { ordering: 'Sequential' } : {})('', all.elements), where)
    return { ...drawn, ids: [name, ...all.ids] }
  },
}
