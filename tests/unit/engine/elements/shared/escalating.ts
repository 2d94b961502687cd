import { draw, end, ending, escalation, on, parallel, start, sub, throwing, user } from '../../builder.ts'
import type { Case } from '../../case.ts'

/** A part that escalates beside something else: in the flow, or at an end. */
export const part = (ends = false) =>
  sub(ends ? 's -> fork -> a -> up\nfork -> c -> e' : 's -> fork -> a -> up -> b -> e\nfork -> c -> e', {
    s: start(),
    fork: parallel(),
    a: user('a'),
    up: ends ? ending(escalation('E'), { 'fin:outcome': 'up' }) : throwing(escalation('E')),
    ...(ends ? {} : { b: user('b') }),
    c: user('c'),
    e: end(),
  })

/** That part, with an event on its border that hears it. */
export const around = (inner: ReturnType<typeof part>, code: string | undefined, cancelActivity?: string) =>
  draw('start -> part -> end\nheard -> d -> out', {
    start: start(),
    part: inner,
    heard: on('part', escalation(code), { cancelActivity }),
    d: user('d'),
    end: end('done'),
    out: end('escalated'),
  })

export const tasks = (played: Case) => played.of('task').map(({ element }) => element)
