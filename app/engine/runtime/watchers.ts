import { kindOf } from '#engine/elements/index'
import type { Graph, Node } from '#engine/graph'
import type { Token } from '#engine/state'

const active = (graph: Graph, ids: readonly string[]): string[] =>
  ids.filter((id) => {
    const node = graph.nodes[id]
    return node !== undefined && !kindOf(node).passive
  })

/** What waits beside a token of this node: the events on its border, or those behind its gateway. */
export function watchers(graph: Graph, node: Node | undefined, token: Token | undefined): string[] {
  if (!node) return []
  if (token?.waits === 'first') return node.outgoing.flatMap((flow) => graph.flows[flow]?.target ?? [])
  return active(graph, node.boundaries)
}

/** What may begin an event subprocess of a scope, by the element of it; '' for the process itself. */
export const starters = (graph: Graph, scope: string): string[] => active(graph, graph.events[scope] ?? [])
