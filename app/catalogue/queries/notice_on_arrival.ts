import { literal } from '#catalogue/domain/process_facts'
import type { CompiledProcedure } from '#catalogue/types'
import type { Expression } from '#expressions/index'

interface Sending {
  activity?: string
  inputs?: { name: string; value: Expression }[]
}

/** What a process does by itself as soon as a filing arrives; where it might choose, nothing is certain. */
const AT_ONCE = new Set(['start_event', 'parallel_gateway', 'service_task', 'send_task'])

/** Whether a procedure sends its applicant a courtesy notice by itself for each filing: only then is one promised. */
export function noticeOnArrival({ graph, notices }: Pick<CompiledProcedure, 'graph' | 'notices'>): boolean {
  const seen = new Set<string>()
  const leadsToNotice = (id: string): boolean => {
    const node = graph.nodes[id]
    if (!node || seen.has(id)) return false
    seen.add(id)
    const { activity, inputs = [] } = (node.data ?? {}) as Sending
    const notice = inputs.find(({ name }) => name === 'notice')
    if (activity === 'notices.send' && notice)
      return notices[literal(notice.value) ?? '']?.to === 'applicant' || goesOn(id)
    // A join waits for its other branches.
    return AT_ONCE.has(node.kind) && node.incoming.length < 2 && goesOn(id)
  }
  const goesOn = (id: string) =>
    graph.nodes[id]!.outgoing.some((flow) => leadsToNotice(graph.flows[flow]!.target))
  return leadsToNotice(graph.start)
}
