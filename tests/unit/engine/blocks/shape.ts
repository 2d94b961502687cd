import type fc from 'fast-check'
import type { Json } from '#core/json'
import type { draw } from '../builder.ts'
import type { Pen } from './pen.ts'

/** One piece of a process, with one way in and one way out; what it is made of depends on what it `is`. */
export type Block = { is: string } & Record<string, unknown>

/** How often something happens, at least and at most. */
export interface Count {
  least: number
  most: number
}

/** What may be thrown at a task instead of doing it, or beside. */
export interface Thrown {
  error?: string
  escalation?: string
}

/** A process, and what must become of it in whatever order things happen. */
export interface Predicted {
  xml: string
  variables: Record<string, Json>
  /** How often each element is entered. */
  counts: Map<string, Count>
  /** How often a repeated task is ordered. */
  orders: Map<string, Count>
  /** All of the first come before any of the second. */
  order: [string[], string[]][]
  /** Events that never come in this run. */
  silent: Set<string>
  /** Events that come so often at most. */
  may: Map<string, number>
  /** What may be thrown at a task; how often is in `may`. */
  throws: Map<string, Thrown>
  /** What is begun in an ad-hoc subprocess each time, in this order. */
  picks: Map<string, string[]>
}

export type Elements = Parameters<typeof draw>[1]

/** What was drawn of a block: where a flow enters it and leaves it; `ids` are those that are over when it is left. */
export interface Drawn {
  flows: string[]
  elements: Elements
  from: string
  to: string
  ids: string[]
}

/** What holds where a block is drawn. */
export interface Where {
  /** How often it runs. */
  times: number
  /** Nothing cuts it short. */
  sure: boolean
  /** It runs once, so that order can be told. */
  once: boolean
  /** It may run beside itself, so that it can't count in variables of the case. */
  beside: boolean
  /** The branches that it opens beside itself come to their end: what is around waits for them. */
  asides: boolean
}

/** Inside a part, which waits for all that runs in it. */
export const within = (where: Where): Where => ({ ...where, asides: true })

/** One kind of block: which there are, and how one is drawn. */
export interface Shape<Of extends object> {
  of(block: fc.Arbitrary<Block>): fc.Arbitrary<Of>
  draw(pen: Pen, block: Of, where: Where): Drawn
}

export const NEVER: Where = { times: 0, sure: true, once: false, beside: false, asides: true }
