import type { Graph, Node } from '#engine/graph'
import type { Step } from '#engine/runtime/step'
import { isJoinOf, joinKey, placeOfJoin } from '#engine/runtime/joins'
import type { Token } from '#engine/state'
import type { LinkData } from '#engine/elements/link_throw'

/**
 * Whether an inclusive join has to wait longer (BPMN 2.0, 13.4.3): a token elsewhere in its scope can come by a
 * flow that has brought none, without passing the join, and can't as well come by one that has.
 */
export function mayStillCome(step: Step, join: Node, scope?: string): boolean {
  const counts = step.state.joins[joinKey(join.id, scope)] ?? {}
  const empty = join.incoming.filter((flow) => !counts[flow])
  const full = join.incoming.filter((flow) => counts[flow])
  const reaches = (element: string, flows: readonly string[]) =>
    flows.some((flow) => before(step, join, flow).has(element))
  for (const element of placesIn(step, scope))
    if (element !== join.id && reaches(element, empty) && !reaches(element, full)) return true
  return false
}

/** Where tokens of a scope stand, those before joins included. */
function* placesIn({ state }: Step, scope: string | undefined): Generator<string> {
  for (const key in state.tokens) {
    const token = state.tokens[key] as Token
    if (token.scope === scope && !token.starter) yield token.element
  }
  for (const key in state.joins) if (isJoinOf(key, scope)) yield placeOfJoin(key).element
}

/** The elements from which a flow into a join can be reached without passing that; asked again and again in a step. */
function before({ graph, reached }: Step, join: Node, flow: string): Set<string> {
  const known = reached.get(flow)
  if (known) return known
  const source = graph.flows[flow]?.source
  const found = new Set(source === undefined || source === join.id ? [] : [source])
  // a set also gives what is added while it is walked
  for (const id of found) for (const other of leadingTo(graph, id)) if (other !== join.id) found.add(other)
  reached.set(flow, found)
  return found
}

function leadingTo(graph: Graph, id: string): string[] {
  const node = graph.nodes[id] as Node
  const sources = node.incoming.flatMap((flow) => graph.flows[flow]?.source ?? [])
  const host = hostsIn(graph).get(id)
  return [...sources, ...(host === undefined ? [] : [host]), ...linksTo(graph, node)]
}

const hosts = new WeakMap<Graph, Map<string, string>>()

/** On whose border each event stands. */
function hostsIn(graph: Graph): Map<string, string> {
  const known = hosts.get(graph)
  if (known) return known
  const found = new Map(
    Object.values(graph.nodes).flatMap(({ id, boundaries }) => boundaries.map((each) => [each, id] as const))
  )
  hosts.set(graph, found)
  return found
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
