import type { CompiledProcedure } from '#catalogue/types'

/** The tasks that a message leads to, such as those that a withdrawal gives: the next ones on each way from it. */
export function tasksAfterMessage({ graph }: Pick<CompiledProcedure, 'graph'>, message: string): Set<string> {
  const seen = new Set<string>()
  const tasks = new Set<string>()
  const walk = (id: string): void => {
    const node = graph.nodes[id]
    if (!node || seen.has(id)) return
    seen.add(id)
    if (node.kind === 'user_task') tasks.add(id)
    else for (const flow of node.outgoing) walk(graph.flows[flow]!.target)
  }
  for (const [id, { data }] of Object.entries(graph.nodes))
    if ((data as { message?: string } | null)?.message === message) walk(id)
  return tasks
}
