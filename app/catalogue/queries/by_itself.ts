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

type Drawn = Pick<CompiledProcedure, 'graph'>

/** Whether a procedure may give its citizen a document without anybody at the office having looked at the filing. */
export const handsOver = (procedure: Drawn): boolean => doesByItself(procedure, 'documents.deliver')

/** Whether it may ask its citizen for a payment so: what is declared is paid before anybody checks it. */
export const asksToPayFirst = (procedure: Drawn): boolean => doesByItself(procedure, 'payments.request')

function doesByItself({ graph }: Drawn, what: string): boolean {
  const seen = new Set<string>()
  const leadsThere = (id: string): boolean => {
    const node = graph.nodes[id]
    if (!node || seen.has(id) || !BY_ITSELF.has(node.kind)) return false
    seen.add(id)
    if ((node.data as { activity?: string } | null)?.activity === what) return true
    return node.outgoing.some((flow) => leadsThere(graph.flows[flow]!.target))
  }
  return leadsThere(graph.start)
}
