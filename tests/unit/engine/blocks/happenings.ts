import fc from 'fast-check'
import { condition, end, error, escalation, eventSub, message, signal, startBy, timer } from '../builder.ts'
import { type Pen, together } from './pen.ts'
import { type Block, type Drawn, type Where, NEVER, within } from './shape.ts'

/** What comes from outside, and its definition in the drawing. */
export const OUTSIDE = {
  timer: () => timer('10 working days'),
  message: (name: string) => message(name),
  signal: (name: string) => signal(name),
  condition: (name: string) => condition(`is_${name}`),
}
const INSIDE = { error: (name: string) => error(name), escalation: (name: string) => escalation(name) }
export const DEFINITIONS = { ...OUTSIDE, ...INSIDE }
export type Outside = keyof typeof OUTSIDE
export type Happening = keyof typeof DEFINITIONS
export const [OUTSIDES, ALL] = [OUTSIDE, DEFINITIONS].map(Object.keys) as [Outside[], Happening[]]
export const isThrown = (by: Happening): boolean => by in INSIDE

export interface Watching {
  by: Happening
  interrupts: boolean
  happens: boolean
}

/** A part, and what follows an event from outside that may come while it is open. */
export interface Interruptible {
  by: Outside
  interrupts: boolean
  happens: boolean
  inside: Block
  after: Block
}

export const interruptible = (block: fc.Arbitrary<Block>): fc.Arbitrary<Interruptible> =>
  fc.record({
    by: fc.constantFrom(...OUTSIDES),
    interrupts: fc.boolean(),
    happens: fc.boolean(),
    inside: block,
    after: block,
  })

/** How often an event comes that is looked out for `where`, and whether what it cuts short is sure. */
export function comes(pen: Pen, name: string, { by, interrupts, happens }: Watching, where: Where): Where {
  if (!happens) pen.predicted.silent.add(name)
  if (!happens) return NEVER
  // one that listens on comes once more than there are to hear it, at most
  const again = !interrupts && (by === 'message' || by === 'signal')
  const times = again && where.times > 0 ? where.times + 1 : where.times
  if (again) pen.predicted.may.set(name, times)
  const beside = where.beside || !interrupts || where.times > 1
  return { ...where, times, sure: false, once: false, beside }
}

/** What follows an event: another way to the same place, or a branch of its own. */
export function follow(pen: Pen, watch: Drawn, after: Block, at: Where, interrupts: boolean): Drawn {
  const ends = interrupts ? at : within({ ...at, sure: at.sure && at.asides })
  const block = pen.block(after, ends)
  // beside itself, it needs a scope of its own for its joins
  const follows = interrupts ? block : pen.aside(pen.part(block, ends), ends)
  return {
    ...together([watch, follows], [`${watch.to} -> ${follows.from}`]),
    from: watch.from,
    to: follows.to,
  }
}

/** A host with an event on its border, and where the ways meet again. */
export function bordered(pen: Pen, host: Drawn, event: Drawn, interrupts: boolean, where: Where): Drawn {
  const merge = pen.merge(where)
  const links = [`${host.to} -> ${merge.from}`, ...(interrupts ? [`${event.to} -> ${merge.from}`] : [])]
  const ids = [...host.ids, ...(interrupts ? event.ids : []), ...merge.ids]
  return { ...together([host, event, merge], links), ids, from: host.from, to: merge.to }
}

/** An event subprocess. */
export function listener(
  pen: Pen,
  definition: string,
  begins: string,
  interrupts: boolean,
  inside: Drawn,
  at: Where
): Drawn {
  const how = startBy(definition, { isInterrupting: interrupts ? undefined : 'false' })
  const first = pen.one(begins, how, at)
  const last = pen.one(pen.id('e'), end(), at)
  const all = together(
    [first, inside, last],
    [`${first.to} -> ${inside.from}`, `${inside.to} -> ${last.from}`]
  )
  const drawn = pen.one(pen.id('aside'), eventSub(all.flows.join('\n'), all.elements), at)
  return { ...drawn, ids: [...drawn.ids, ...all.ids] }
}
