import { MOST_REASONING, type State } from '#engine/index'
import type { Moment } from '#catalogue/domain/simulate/result'
import type { World } from '#catalogue/domain/simulate/world'

/** A reminder each working day of seven years is fewer; what is more goes round in circles. */
const MOST_MOMENTS = 2_000
/** Of all that moments keep, in characters: a fraction of the memory that a server gives to a page. */
const MOST_KEPT = 10_000_000
/** What a token or a running term costs a moment that keeps it, beside its own text. */
const EACH = 50

/** What a simulation has come to, with the cases that it called. */
export interface Spent {
  moments: number
  kept: number
  reasoned: number
  /** How often each element was what moved the case. */
  by: Map<string, number>
}

export const nothingSpent = (): Spent => ({ moments: 0, kept: 0, reasoned: 0, by: new Map() })

/** Counts a moment, and what it keeps. */
export function spend(
  { spent }: World,
  { element, state, terms, commands }: Moment,
  before: State | null
): void {
  spent.moments += 1
  spent.kept += EACH * (Object.keys(state?.tokens ?? {}).length + terms.length)
  spent.kept += JSON.stringify([commands, replaced(before, state)]).length
  const first = (type: 'incident' | 'trace') =>
    commands.find((one) => one.type === type) as { element: string } | undefined
  const by = first('incident')?.element ?? element ?? first('trace')?.element
  if (by) spent.by.set(by, (spent.by.get(by) ?? 0) + 1)
}

/** The variables that a state does not share with the one before. */
const replaced = (before: State | null, after: State | null) =>
  Object.entries(after?.variables ?? {}).filter(([name, value]) => before?.variables[name] !== value)

/** Whether a simulation has come to more than any golden case needs, or reasoned as much as one step may; it says so once, and what went round. */
export function exhausted({ spent, obstacles }: World): boolean {
  const { moments, kept, reasoned } = spent
  if (moments < MOST_MOMENTS && kept < MOST_KEPT && reasoned < MOST_REASONING) return false
  if (obstacles.some(({ code }) => code === 'TOO_MUCH')) return true
  const [[element, times] = ['', 0]] = [...spent.by].sort(([, one], [, other]) => other - one)
  const params = { element, times, moments }
  obstacles.push({ code: 'TOO_MUCH', pointer: '', params })
  return true
}
