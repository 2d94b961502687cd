import type { CompiledProcedure } from '#catalogue/types'
import { type Graph, type Node, placesAfter } from '#engine/index'

/** The tasks that a message leads to, such as those that a withdrawal gives: the next ones on each way from it. */
export function tasksAfterMessage({ graph }: Pick<CompiledProcedure, 'graph'>, message: string): Set<string> {
  const seen = new Set<string>()
  const tasks = new Set<string>()
  const walk = (id: string): void => {
    const node = graph.nodes[id]
    if (!node || seen.has(id)) return
    seen.add(id)
    if (node.kind === 'user_task') tasks.add(id)
    else for (const next of onwards(graph, node)) walk(next)
  }
  for (const [id, { data }] of Object.entries(graph.nodes))
    if ((data as { message?: string } | null)?.message === message) walk(id)
  return tasks
}

const ENDS = new Set(['end_event', 'terminate_end'])

/** Into a part of the process and, at an end of it, out of it again. */
function onwards(graph: Graph, { id, kind, scope, boundaries }: Node): string[] {
  if (scope && ENDS.has(kind)) return graph.nodes[scope]!.outgoing.map((flow) => graph.flows[flow]!.target)
  const events = [...boundaries, ...(graph.events[id] ?? [])]
  const after = placesAfter(graph, id).filter((next) => !events.includes(next))
  const inside = after.filter((next) => graph.nodes[next]?.scope === id)
  return inside.length > 0 ? inside : after
}
