import type { Waits } from '#cases/domain/migration/waits'
import type { State } from '#engine/index'

/** What a change of version did to a case, beyond its going on: in the history of the case, and in its receipt. */
export interface Done {
  /** What it gave up, in the version that it left, with the last day of what was a term. */
  left: { element: string; lastDay: string | null }[]
  /** What it began in the place of that, in the version that it is on. */
  begun: string[]
  /** Tasks that are asked anew there. */
  asked: string[]
}

/** What waited before and does no more. */
export function leftBetween(before: State, after: State, timers: Waits['timers']): Done['left'] {
  const lastDays = new Map(timers.map(({ key, input }) => [key, input.lastDay]))
  return Object.entries(before.tokens)
    .filter(([key]) => !(key in after.tokens))
    .map(([key, { element }]) => ({ element, lastDay: lastDays.get(key) ?? null }))
}
