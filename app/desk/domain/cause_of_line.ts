import type { Json } from '#core/json'
import type { Graph } from '#engine/index'

/** One line of the history of a case, as it was written down. */
export interface Line {
  id: string
  kind: string
  actorKind: string
  /** When it was written down. */
  at?: Date
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
  term_extended: 'cases.extend_term',
  term_met: 'cases.end_term',
  term_resumed: 'cases.resume_term',
  term_suspended: 'cases.suspend_term',
  urgency_declared: 'cases.declare_urgent',
}

/** What is written down right before the step that it makes, by the event of that step. */
const BEFORE_ITS_STEP: Record<string, string> = {
  case_modified: 'modify',
  incident_retried: 'retry',
  message_received: 'message',
  part_closed: 'done',
  step_begun: 'choose',
  task_reported: 'error escalation',
  variables_corrected: 'variables',
}

/** What no step makes: it moves dates, or what the case goes by. */
const WITHOUT_STEP = [
  'call_given_up',
  'payment_term_moved',
  'seats_changed',
  'term_recounted',
  'version_changed',
]

/** What dates are counted again for, where it was written down just before. */
const COUNTED_FOR = ['seats_changed', 'version_changed']

/** `done review:3` is done, of the element that stayed there third; `message withdrawal` is of no element. */
export function eventOf({ kind, data }: Line): { type: string; element: string | null; what: string } {
  const [type = '', what = ''] = String(data['event'] ?? (kind === 'step' ? '' : kind)).split(' ')
  const element = what.includes(':') ? what.slice(0, what.lastIndexOf(':')) : null
  return { type, element, what: element === null ? what : String(data['code'] ?? data['signal'] ?? '') }
}

const listed = ({ data }: Line, what: 'entered' | 'taken' | 'placed'): string[] =>
  Array.isArray(data[what]) ? data[what].map(String) : []

const isStep = ({ kind }: Line) => kind === 'step'

interface WithData {
  activity?: string
  process?: string
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
  const byItself =
    ['done', 'error'].includes(type) && element !== null && dataOf(graph, element).activity !== undefined
  if (element === null || !(byItself || ['trigger', 'fail', 'retry'].includes(type))) return [step]
  return [...ledTo(lines, at, graph, element), step]
}

/** The steps that led to an element before a place in the history. */
function ledTo<L extends Line>(lines: L[], at: number, graph: Graph, element: string): L[] {
  const before = entering(lines, at, graph, element)
  return before < 0 ? [] : back(lines, before, graph)
}

/** What a step is told for: its end, the phase that it begins, the term that ended, where it stopped. */
function toldFor(line: Line, graph: Graph): string | null {
  const { data } = line
  const entered = listed(line, 'entered')
  const { type, element } = eventOf(line)
  const { element: stopped } = (data['stopped'] ?? {}) as { element?: string }
  if (data['incident']) return stopped ?? entered.at(-1) ?? element
  const found = (is: (id: string) => boolean) => entered.findLast(is) ?? null
  if (data['outcome']) return found((id) => dataOf(graph, id).outcome === data['outcome'])
  if (type === 'trigger') return element
  if (data['phase']) return found((id) => graph.nodes[id]?.phase === data['phase'])
  return element ?? listed(line, 'placed')[0] ?? graph.flows[listed(line, 'taken')[0] ?? '']?.source ?? null
}

/** What made a line of a history, whose lines stand in the order in which they were written; null where no process did. */
export function causeOf<L extends Line>(lines: L[], line: L, graph: Graph): Cause<L> | null {
  const at = lines.indexOf(line)
  if (isStep(line)) return { element: toldFor(line, graph), steps: back(lines, at, graph) }
  const { kind, actorKind, data } = line
  if (kind === 'answer_expired' || kind === 'task_done') {
    const element = String(data['element'])
    return { element, steps: ledTo(lines, at, graph, element) }
  }
  if (kind === 'case_called') {
    const element = calledAt(lines, at, graph)
    return element === null ? null : { element, steps: ledTo(lines, at, graph, element) }
  }
  if (kind === 'opened_ex_officio') {
    const steps = lines.filter((one) => isStep(one) && eventOf(one).type === 'start').slice(0, 1)
    return steps[0] ? { element: toldFor(steps[0], graph), steps } : null
  }
  if (WITHOUT_STEP.includes(kind)) return { element: null, steps: [countedFor(lines, at) ?? line] }
  if (kind in BEFORE_ITS_STEP) return ofNextStep(lines, at, graph)
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

/** The call that had a case opened: the last of its procedure that was reached before, where the line itself does not say. */
function calledAt<L extends Line>(lines: L[], at: number, graph: Graph): string | null {
  const { element, procedure } = (lines[at] as L).data
  if (typeof element === 'string') return element
  const calls = (id: string) => dataOf(graph, id).process === procedure
  const step = lines.slice(0, at).findLast((line) => isStep(line) && listed(line, 'entered').some(calls))
  return step ? (listed(step, 'entered').findLast(calls) ?? null) : null
}

/** What made the dates be counted again, written down in the same moment. */
function countedFor<L extends Line>(lines: L[], at: number): L | null {
  const before = lines[at - 1]
  const same = before?.at?.getTime() === lines[at]?.at?.getTime()
  return lines[at]?.kind === 'term_recounted' && same && COUNTED_FOR.includes(before?.kind ?? '')
    ? (before ?? null)
    : null
}

/** What a line announces is the step after it; what it came to had its own way there. */
function ofNextStep<L extends Line>(lines: L[], at: number, graph: Graph): Cause<L> {
  const { kind, data } = lines[at] as L
  const next = lines.findIndex(
    (later, index) =>
      index > at && isStep(later) && BEFORE_ITS_STEP[kind]?.split(' ').includes(eventOf(later).type)
  )
  const named = data['element'] === undefined ? null : String(data['element'])
  if (next < 0) return { element: named, steps: [] }
  const led = kind === 'message_received' && named ? ledTo(lines, next, graph, named) : []
  return { element: named ?? toldFor(lines[next] as L, graph), steps: [...led, ...back(lines, next, graph)] }
}
