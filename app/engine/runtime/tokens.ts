import type { State, Token } from '#engine/state'

const age = (key: string): number => Number(key.slice(key.lastIndexOf(':') + 1))

/** Oldest first, whatever order the keys have: a database may keep the same state in another one. */
export const tokensByAge = (state: State): [string, Token][] =>
  Object.entries(state.tokens).sort(([a], [b]) => age(a) - age(b))

/** The token of a key that came from outside, or null. */
export const tokenAt = (state: State, key: string): Token | null =>
  Object.hasOwn(state.tokens, key) ? (state.tokens[key] as Token) : null

/** Whether anything still stands in a scope, or (without one) at the top of the process. */
export function busy({ tokens }: State, scope?: string): boolean {
  for (const key in tokens) if (tokens[key]?.scope === scope && !tokens[key]?.starter) return true
  return false
}

/** Whether an element that stands in this scope is there as one repetition of itself. */
export function isRepetition(state: State, element: string, scope?: string): boolean {
  const body = scope === undefined ? undefined : state.tokens[scope]
  return body?.waits === 'many' && body.element === element
}
