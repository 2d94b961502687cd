import { draw, end, exclusive, start, sub } from '../builder.ts'
import type { Block, Drawn, Elements, Predicted, Shape, Where } from './shape.ts'

type Draw = Elements[string]

/** Draws blocks, and keeps what they predict. */
export class Pen {
  readonly predicted: Omit<Predicted, 'xml'> = {
    variables: {},
    counts: new Map(),
    orders: new Map(),
    order: [],
    silent: new Set(),
    may: new Map(),
    throws: new Map(),
    picks: new Map(),
  }
  #sequence = 0

  constructor(private readonly shapes: Record<string, Shape<any>>) {}

  id = (name: string): string => `${name}${(this.#sequence += 1)}`

  block(block: Block, where: Where): Drawn {
    const shape = this.shapes[block.is] as Shape<Block>
    return shape.draw(this, block, where)
  }

  enters(element: string, { times, sure }: Where): void {
    this.predicted.counts.set(element, { least: sure ? times : 0, most: times })
  }

  one(name: string, how: Draw, where: Where): Drawn {
    this.enters(name, where)
    return { flows: [], elements: { [name]: how }, from: name, to: name, ids: [name] }
  }

  /** A gateway where ways meet again. */
  merge = (where: Where): Drawn => this.one(this.id('m'), exclusive(), where)

  /** One after the other. */
  sequence(parts: Drawn[], where: Where): Drawn {
    if (where.once)
      for (const [n, part] of parts.entries())
        if (n > 0) this.predicted.order.push([parts[n - 1]?.ids ?? [], part.ids])
    const links = parts.slice(1).map((part, n) => `${parts[n]?.to} -> ${part.from}`)
    return { ...together(parts, links), from: parts[0]?.from ?? '', to: parts.at(-1)?.to ?? '' }
  }

  /** Side by side, between two gateways. */
  between(split: Drawn, ways: Drawn[], join: Drawn, conditions: string[] = []): Drawn {
    const links = ways.flatMap((way, n) => [
      `${split.to} -> ${way.from}${conditions[n] ?? ''}`,
      `${way.to} -> ${join.from}`,
    ])
    return { ...together([split, ...ways, join], links), from: split.from, to: join.to }
  }

  /** A subprocess around something, which begins and is over as often as is said. */
  part(inside: Drawn, where: Where, options: PartOptions = {}): Drawn {
    const { more = [], wrap = (draw) => draw, tag = sub, name = this.id('part'), begins = where } = options
    const first = this.one(this.id('s'), start(), begins)
    const last = this.one(this.id('e'), options.last ?? end(), options.over ?? begins)
    const links = [`${first.to} -> ${inside.from}`, `${inside.to} -> ${last.from}`]
    const all = together([first, inside, last, ...more], links)
    const drawn = this.one(name, wrap(tag(all.flows.join('\n'), all.elements)), where)
    return { ...drawn, ids: [name, ...all.ids] }
  }

  /** Ways that end by themselves, beside what they came from. */
  aside(inside: Drawn, where: Where): Drawn {
    const out = this.one(this.id('e'), end(), where)
    return { ...together([inside, out], [`${inside.to} -> ${out.from}`]), from: inside.from, to: out.to }
  }

  finish(block: Block): Predicted {
    const where: Where = { times: 1, sure: true, once: true, beside: false, asides: true }
    const { flows, elements } = this.sequence(
      [this.one('start', start(), where), this.block(block, where), this.one('end', end('done'), where)],
      where
    )
    return { ...this.predicted, xml: draw(flows.join('\n'), elements) }
  }
}

interface PartOptions {
  /** What stands in it beside. */
  more?: Drawn[]
  /** How it is repeated. */
  wrap?: (draw: Draw) => Draw
  tag?: typeof sub
  name?: string
  last?: Draw
  begins?: Where
  over?: Where
}

/** Several drawn pieces as one, with the flows between them. */
export const together = (parts: Drawn[], links: string[] = []): Omit<Drawn, 'from' | 'to'> => ({
  flows: [...parts.flatMap((part) => part.flows), ...links],
  elements: Object.assign({}, ...parts.map((part) => part.elements)) as Elements,
  ids: parts.flatMap((part) => part.ids),
})
