import type { CompiledProcedure } from '#catalogue/types'
import { placesAfter } from '#engine/index'

/** What moves without anybody at the office: only the citizen may be waited for, to pay. */
const BY_ITSELF = new Set([
  'start_event',
  'parallel_gateway',
  'exclusive_gateway',
  'inclusive_gateway',
  'event_gateway',
  'message_catch',
  'none_throw',
  'link_throw',
  'link_catch',
  'service_task',
  'send_task',
  'expression_task',
  'business_rule_task',
  'sub_process',
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
    return placesAfter(graph, id).some(leadsThere)
  }
  return leadsThere(graph.start)
}
