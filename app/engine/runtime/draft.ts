import type { Json } from '#core/json'
import type { State } from '#engine/state'

/** The state before anything has happened. */
export const emptyState = (variables: Record<string, Json>): State => ({
  version: 1,
  sequence: 0,
  status: 'running',
  outcome: null,
  phase: null,
  tokens: {},
  joins: {},
  variables: { ...variables },
})

/** A copy that a step may write to; tokens and values are replaced, never changed, so they can be shared. */
export const draftOf = (state: State): State => ({
  ...state,
  tokens: { ...state.tokens },
  joins: Object.fromEntries(Object.entries(state.joins).map(([key, counts]) => [key, { ...counts }])),
  variables: { ...state.variables },
})
