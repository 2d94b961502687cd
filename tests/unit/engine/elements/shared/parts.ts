import { draw, end, eventSub, start, startBy, sub, user } from '../../builder.ts'

type Given = Parameters<typeof startBy>[1]

export const BESIDE = { isInterrupting: 'false' }

/** An event subprocess of one task, begun by a definition. */
export const aside = (definition: string, given: Given = {}, outcome?: string) =>
  eventSub('s -> c -> e', { s: startBy(definition, given), c: user('c'), e: end(outcome) })

/** A process of one task, with an event subprocess beside it. */
export const top = (definition: string, given: Given = {}) =>
  draw('start -> a -> end', {
    start: start(),
    a: user('a'),
    end: end('done'),
    aside: aside(definition, given, 'aside'),
  })

/** The same within a subprocess. */
export const within = (definition: string, given: Given = {}) =>
  draw('start -> part -> b -> end', {
    start: start(),
    part: sub('s1 -> a -> e1', { s1: start(), a: user('a'), e1: end(), aside: aside(definition, given) }),
    b: user('b'),
    end: end('done'),
  })
