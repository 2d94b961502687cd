import type { AdHocData } from '#engine/elements/ad_hoc_sub_process'
import type { LinkData } from '#engine/elements/link_throw'
import type { Graph, Node } from '#engine/graph'

type Drawn = Pick<Graph, 'nodes' | 'flows' | 'events'>

/**
 * The elements that a case may come to next from one, whatever leads there: an arrow, a link, the beginning of a part, what
 * a person may begin in it, an event on the border or in the scope, the step that undoes it.
 */
export function placesAfter(graph: Drawn, id: string): string[] {
  const node = graph.nodes[id]
  if (!node) return []
  const { outgoing, boundaries, undoneBy } = node
  return [
    ...outgoing.flatMap((flow) => graph.flows[flow]?.target ?? []),
    ...boundaries,
    ...insideOf(node),
    ...(graph.events[id] ?? []),
    ...linkedTo(graph, node),
    ...(undoneBy ? [undoneBy] : []),
  ].filter((next) => Object.hasOwn(graph.nodes, next))
}

function insideOf({ kind, data }: Node): string[] {
  if (kind === 'ad_hoc_sub_process') return (data as AdHocData).choices
  const { start } = (data ?? {}) as { start?: string }
  return start ? [start] : []
}

/** Where a throwing link goes on. */
export function linkedTo(graph: Pick<Graph, 'nodes'>, node: Node): string[] {
  if (node.kind !== 'link_throw') return []
  const { link } = node.data as LinkData
  return Object.values(graph.nodes).flatMap(({ id, kind, scope, data }) =>
    kind === 'link_catch' && scope === node.scope && (data as LinkData).link === link ? [id] : []
  )
}
