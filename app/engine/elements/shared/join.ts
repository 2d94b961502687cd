import type { Node } from '#engine/graph'
import type { Step } from '#engine/runtime/step'
import { joinKey } from '#engine/runtime/tokens'

/** Counts a token that came by a flow and waits before a join. */
export function countAtJoin(step: Step, node: Node, flow: string, scope?: string): Record<string, number> {
  const { joins } = step.state
  const key = joinKey(node.id, scope)
  const counts = { ...joins[key], [flow]: (joins[key]?.[flow] ?? 0) + 1 }
  joins[key] = counts
  return counts
}

/** One token of each flow goes in; a second one on the same flow waits for the next round. */
export function takeFromJoin(step: Step, node: Node, scope?: string): void {
  const { joins } = step.state
  const key = joinKey(node.id, scope)
  const rest = Object.entries(joins[key] ?? {}).flatMap(([each, count]) =>
    count > 1 ? [[each, count - 1]] : []
  )
  if (rest.length > 0) joins[key] = Object.fromEntries(rest) as Record<string, number>
  else delete joins[key]
}
