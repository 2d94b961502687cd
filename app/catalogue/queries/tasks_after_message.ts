import type { CompiledProcedure } from '#catalogue/types'
import type { Graph, Node } from '#engine/index'

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
function onwards(graph: Graph, { outgoing, data, kind, scope }: Node): string[] {
  const { start: inside } = (data ?? {}) as { start?: string }
  if (inside) return [inside]
  const left = scope && ENDS.has(kind) ? graph.nodes[scope]!.outgoing : outgoing
  return left.map((flow) => graph.flows[flow]!.target)
}
