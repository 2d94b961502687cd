import { kindFor } from '#engine/elements/index'
import type { AnyKind } from '#engine/elements/kind'
import type { Flow, Node } from '#engine/graph'
import { is, one, signature, text } from '#engine/reading/bpmn'
import type { Placed } from '#engine/reading/collect'
import { readLoop } from '#engine/reading/read_loop'
import { Reader, type Surroundings } from '#engine/reading/reader'
import type { Role } from '#engine/reading/roles'

/** Every element that is executed, with what its kind has read from it. */
export function readNodes(
  placed: readonly Placed[],
  flows: ReadonlyMap<string, Flow>,
  roles: ReadonlyMap<string, Role>,
  around: Surroundings
): Map<string, Node> {
  const nodes = new Map<string, Node>()
  for (const { element, scope } of placed) {
    const kind = kindFor(signature(element)) as AnyKind
    // a lane that holds a subprocess answers for what is inside, which comes after it
    const role = roles.get(element.id) ?? (scope === null ? null : (nodes.get(scope)?.role ?? null))
    const reader = new Reader(element, scope, role, around)
    const loop = readLoop(reader)
    const data: unknown = kind.compile(reader)
    reader.reportUnasked()
    nodes.set(element.id, {
      id: element.id,
      kind: kind.name,
      scope,
      incoming: [],
      outgoing: [],
      boundaries: [],
      role,
      phase: text(element, 'phase'),
      name: text(element, 'name'),
      code: text(element, 'code'),
      ...(loop && { loop }),
      data,
    })
  }
  for (const flow of flows.values()) {
    nodes.get(flow.source)?.outgoing.push(flow.id)
    nodes.get(flow.target)?.incoming.push(flow.id)
  }
  for (const [id, host] of hostsOf(placed)) if (host) nodes.get(host)?.boundaries.push(id)
  return nodes
}

/** What each boundary event sits on, if it says so. */
export const hostsOf = (placed: readonly Placed[]): Map<string, string | null> =>
  new Map(
    placed
      .filter(({ element }) => is(element, 'bpmn:BoundaryEvent'))
      .map(({ element }) => [element.id, one(element, 'attachedToRef')?.id ?? null])
  )

/** The start events of the process (null) and of each subprocess. */
export function startsOf(placed: readonly Placed[]): Map<string | null, string[]> {
  const starts = new Map<string | null, string[]>()
  for (const { element, scope } of placed) {
    if (is(element, 'bpmn:StartEvent')) starts.set(scope, [...(starts.get(scope) ?? []), element.id])
  }
  return starts
}
