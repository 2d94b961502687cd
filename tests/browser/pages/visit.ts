import type { StockedTown } from '#tests/browser/support/stocked_town'
import type { Visitor } from '#tests/browser/support/visitor'

export type Who = 'anybody' | 'citizen' | 'handler' | 'officer'

/** A page in one of its states: where it is, and what must be done there before it is looked at. */
export interface Visit {
  path: string
  /** What tells this state from others of the page. */
  state?: string
  as?: Who
  status?: number
  then?: (visitor: Visitor) => Promise<unknown>
}

/** The pages of a part of the house, in the states that a town with everything in it shows. */
export type Visits = (town: StockedTown) => Promise<Visit[]>
