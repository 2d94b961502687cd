import type { Json } from '#core/json'
import type { Graph } from '#engine/index'

/** One line of the history of a case, as it was written down. */
export interface Line {
  id: string
  kind: string
  actorKind: string
  data: Record<string, Json>
}

/** What made a line: the element that wrote it or that it is about, and the steps that led there, the oldest first. */
export interface Cause<L extends Line> {
  element: string | null
  steps: L[]
}

/** What an activity writes down, before the step that it ends with. */
const OF_ACTIVITY: Record<string, string> = {
  assigned: 'cases.assign_unit',
  document_delivered: 'documents.deliver',
  document_issued: 'documents.issue',
  entry_recorded: 'registry.record_outgoing',
  evidence_asked: 'exchange.ask',
  notification_available: 'notifications.notify',
  payment_requested: 'payments.request',
  refund_ordered: 'payments.give_back',
  signature_requested: 'signatures.request',
  silence: 'cases.record_silence',
  term_met: 'cases.end_term',
  term_resumed: 'cases.resume_term',
  term_suspended: 'cases.suspend_term',
}

/** `done review:3` is done, of the element that stayed there third; `message withdrawal` is of no element. */
export function eventOf({ data }: Line): { type: string; element: string | null; what: string } {
  const [type = '', what = ''] = String(data['event'] ?? '').split(' ')
  const element = what.includes(':') ? what.slice(0, what.lastIndexOf(':')) : null
  return { type, element, what: element === null ? what : String(data['code'] ?? data['signal'] ?? '') }
}

const listed = ({ data }: Line, what: 'entered' | 'taken'): string[] =>
  Array.isArray(data[what]) ? data[what].map(String) : []

const isStep = ({ kind }: Line) => kind === 'step'

interface WithData {
  activity?: string
  outcome?: string | null
}

const dataOf = (graph: Graph, element: string) => (graph.nodes[element]?.data ?? {}) as WithData

/** What stands or begins where an element is entered: itself, what it sits on, the part that it may begin. */
function entrances({ nodes }: Graph, element: string): string[] {
  const host = Object.values(nodes).find(({ boundaries }) => boundaries.includes(element))
  return [element, host?.id, nodes[element]?.scope].filter((id): id is string => Boolean(id))
}

/** The last step before a place in the history that entered an element. */
function entering<L extends Line>(lines: L[], before: number, graph: Graph, element: string): number {
  const [itself = element, ...around] = entrances(graph, element)
  const last = (ids: string[]) =>
    lines
      .slice(0, before)
      .findLastIndex((line) => isStep(line) && listed(line, 'entered').some((id) => ids.includes(id)))
  const direct = last([itself])
  return direct >= 0 ? direct : last(around)
}

/** A step with those that led to it, back to what somebody did or what came from outside. */
function back<L extends Line>(lines: L[], at: number, graph: Graph): L[] {
  const step = lines[at]
  if (!step) return []
  const { type, element } = eventOf(step)
  const byItself = type === 'done' && element !== null && dataOf(graph, element).activity !== undefined
  if (element === null || !(byItself || type === 'trigger' || type === 'fail')) return [step]
  const before = entering(lines, at, graph, element)
  return before < 0 ? [step] : [...back(lines, before, graph), step]
}

/** What a step is told for: its end, the phase that it begins, the term that ended, where it stopped. */
function toldFor(line: Line, graph: Graph): string | null {
  const { data } = line
  const entered = listed(line, 'entered')
  const { type, element } = eventOf(line)
  if (data['incident']) return entered.at(-1) ?? element
  const found = (is: (id: string) => boolean) => entered.findLast(is) ?? null
  if (data['outcome']) return found((id) => dataOf(graph, id).outcome === data['outcome'])
  if (type === 'trigger') return element
  if (data['phase']) return found((id) => graph.nodes[id]?.phase === data['phase'])
  return element ?? graph.flows[listed(line, 'taken')[0] ?? '']?.source ?? null
}

/** What made a line of a history, whose lines stand in the order in which they were written; null where no process did. */
export function causeOf<L extends Line>(lines: L[], line: L, graph: Graph): Cause<L> | null {
  const at = lines.indexOf(line)
  if (isStep(line)) return { element: toldFor(line, graph), steps: back(lines, at, graph) }
  const { kind, actorKind, data } = line
  if (kind === 'answer_expired' || kind === 'task_done') {
    const element = String(data['element'])
    const before = entering(lines, at, graph, element)
    return { element, steps: before < 0 ? [] : back(lines, before, graph) }
  }
  const activity = actorKind === 'system' ? OF_ACTIVITY[kind] : undefined
  if (activity === undefined) return null
  const ended = lines.findIndex((later, index) => {
    const { type, element } = eventOf(later)
    const its = type === 'done' && element !== null && dataOf(graph, element).activity === activity
    return index > at && isStep(later) && its
  })
  if (ended < 0) return null
  const { element } = eventOf(lines[ended] as L)
  return { element, steps: back(lines, ended, graph).slice(0, -1) }
}
