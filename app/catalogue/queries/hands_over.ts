import type { CompiledProcedure } from '#catalogue/types'

/** What moves without anybody at the office: only the citizen may be waited for, to pay. */
const BY_ITSELF = new Set([
  'start_event',
  'parallel_gateway',
  'exclusive_gateway',
  'event_gateway',
  'message_catch',
  'service_task',
  'send_task',
])

/** Whether a procedure may give its citizen a document without anybody at the office having looked at the filing. */
export function handsOver({ graph }: Pick<CompiledProcedure, 'graph'>): boolean {
  const seen = new Set<string>()
  const leadsThere = (id: string): boolean => {
    const node = graph.nodes[id]
    if (!node || seen.has(id) || !BY_ITSELF.has(node.kind)) return false
    seen.add(id)
    if ((node.data as { activity?: string } | null)?.activity === 'documents.deliver') return true
    return node.outgoing.some((flow) => leadsThere(graph.flows[flow]!.target))
  }
  return leadsThere(graph.start)
}
