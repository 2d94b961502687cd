import type { State } from '#engine/state'

/** The counters of a join live under its subprocess, so that they go with it. */
export const joinKey = (element: string, scope?: string): string => (scope ? `${scope}/${element}` : element)

/** Which join a key is of, and in which scope. */
export function placeOfJoin(key: string): { element: string; scope?: string } {
  const slash = key.lastIndexOf('/')
  return slash < 0 ? { element: key } : { element: key.slice(slash + 1), scope: key.slice(0, slash) }
}

export const joinsOf = (state: State, scope?: string): string[] =>
  Object.keys(state.joins)
    .filter((key) => isJoinOf(key, scope))
    .sort()

export function hasJoins(state: State, scope?: string): boolean {
  for (const key in state.joins) if (isJoinOf(key, scope)) return true
  return false
}

/** Whether a join's key is of this scope, or (without one) of the process itself. */
export const isJoinOf = (join: string, scope?: string): boolean =>
  scope ? join.startsWith(`${scope}/`) : !join.includes('/')

export function forgetJoins({ joins }: State, scope?: string): void {
  for (const key in joins) if (isJoinOf(key, scope)) delete joins[key]
}

/** Counts a token that came by a flow and waits before a join; answers how many each flow has brought. */
export function countAtJoin(
  { joins }: State,
  element: string,
  { flow, scope }: { flow: string; scope?: string }
): Record<string, number> {
  const key = joinKey(element, scope)
  const counts = { ...joins[key], [flow]: (joins[key]?.[flow] ?? 0) + 1 }
  joins[key] = counts
  return counts
}

/** One token of each flow goes in; a second one on the same flow waits for the next round. */
export function takeFromJoin({ joins }: State, element: string, scope?: string): void {
  const key = joinKey(element, scope)
  const rest = Object.entries(joins[key] ?? {}).flatMap(([flow, count]) =>
    count > 1 ? [[flow, count - 1] as const] : []
  )
  if (rest.length > 0) joins[key] = Object.fromEntries(rest)
  else delete joins[key]
}
