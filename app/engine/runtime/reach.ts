import type { Graph, Node } from '#engine/graph'
import type { Step } from '#engine/runtime/step'
import { joinKey, joinsOf, placeOfJoin } from '#engine/runtime/joins'
import type { LinkData } from '#engine/elements/link_throw'

/**
 * Whether an inclusive join has to wait longer (BPMN 2.0, 13.4.3): a token elsewhere in its scope can come by a
 * flow that has brought none, without passing the join, and can't as well come by one that has.
 */
export function mayStillCome(step: Step, join: Node, scope?: string): boolean {
  const { graph, state } = step
  const counts = state.joins[joinKey(join.id, scope)] ?? {}
  const empty = join.incoming.filter((flow) => !counts[flow])
  const full = join.incoming.filter((flow) => counts[flow])
  const [toEmpty, toFull] = [before(graph, join, empty), before(graph, join, full)]
  return placesIn(step, scope, join).some((element) => toEmpty.has(element) && !toFull.has(element))
}

/** Where tokens of a scope stand, those before other joins included. */
function placesIn(step: Step, scope: string | undefined, join: Node): string[] {
  const standing = Object.values(step.state.tokens).flatMap((token) =>
    token.scope === scope && !token.starter ? [token.element] : []
  )
  const gathered = joinsOf(step.state, scope)
    .map((key) => placeOfJoin(key).element)
    .filter((element) => element !== join.id)
  return [...standing, ...gathered]
}

/** The elements from which these flows can be reached without passing the join. */
function before(graph: Graph, join: Node, flows: readonly string[]): Set<string> {
  const found = new Set(flows.flatMap((id) => graph.flows[id]?.source ?? []))
  found.delete(join.id)
  // a set also gives what is added while it is walked
  for (const id of found) for (const other of leadingTo(graph, id)) if (other !== join.id) found.add(other)
  return found
}

function leadingTo(graph: Graph, id: string): string[] {
  const node = graph.nodes[id] as Node
  const sources = node.incoming.flatMap((flow) => graph.flows[flow]?.source ?? [])
  const host = Object.values(graph.nodes).find(({ boundaries }) => boundaries.includes(id))
  return [...sources, ...(host ? [host.id] : []), ...linksTo(graph, node)]
}

function linksTo(graph: Graph, node: Node): string[] {
  if (node.kind !== 'link_catch') return []
  const { link } = node.data as LinkData
  return Object.values(graph.nodes)
    .filter(
      ({ kind, scope, data }) =>
        kind === 'link_throw' && scope === node.scope && (data as LinkData).link === link
    )
    .map(({ id }) => id)
}
