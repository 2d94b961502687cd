import type { State } from '#engine/index'

/** A case and the keys of what it waits for outside: open tasks, jobs, subscriptions, incidents. */
export interface Waiting {
  state: 'open' | 'closed'
  workflow: State
  task: string[]
  activity: string[]
  timer: string[]
  message: string[]
  signal: string[]
  /** Other procedures that it had carried, and that are not over or not yet told of. */
  call: string[]
  incident: string[]
}

const OUTSIDE = ['task', 'activity', 'timer', 'message', 'signal', 'call'] as const

/**
 * Each live wait has exactly one task, job or subscription, and nothing waits for a token that is gone. A
 * token with an incident waits for an administrator instead.
 */
export function faultsOfWaits(waiting: Waiting): string[] {
  const { tokens, status } = waiting.workflow
  const faults: string[] = []
  const live = Object.entries(tokens)
  if ((status === 'ended') !== (waiting.state === 'closed')) faults.push('state_differs')
  if (status === 'ended' && live.length > 0) faults.push('ended_with_tokens')
  const expected = (kind: string) =>
    live.filter(([, token]) => (token.incident ? 'incident' : token.waits) === kind).map(([key]) => key)
  for (const kind of [...OUTSIDE, 'incident'] as const)
    if (!sameKeys(expected(kind), waiting[kind])) faults.push(`${kind}_differs`)
  return faults
}

const sameKeys = (a: string[], b: string[]) =>
  a.length === b.length && JSON.stringify([...a].sort()) === JSON.stringify([...b].sort())
