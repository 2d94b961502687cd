import type { Json } from '#core/json'
import { type Term, termText } from '#deadlines/index'
import type { Expression } from '#expressions/index'
import type { CoveredBranch } from '#catalogue/domain/coverage/coverage'
import { sourcesOf } from '#catalogue/domain/words/source'
import type { Step } from '#catalogue/domain/scenario'
import type { CompiledProcedure } from '#catalogue/domain/types'

type Comparison = Extract<Expression['tree'], { op: 'comparison' }>
interface Waiting {
  message?: string
  signal?: string
  code?: string | null
  due?: { term?: Term; date?: string }
}

/** Who works on them can report something. */
const WORK = ['user_task', 'manual_task', 'service_task', 'send_task', 'call_activity']

/** The step of a scenario by which a branch would be taken, as it is written; null where no one step does it. */
export function stepTowards(procedure: CompiledProcedure, branch: CoveredBranch): Step | null {
  const { kind, target } = branch
  if (kind === 'choice' && target) return { choose: target }
  const event = eventOf(branch)
  const step = event && (report(procedure, event) ?? waitFor(procedure.graph.nodes[event]?.data))
  if (step) return step
  const condition = conditionOf(procedure, branch)
  return condition && kind !== 'over' ? stepThatMakes(procedure, condition) : null
}

/** The event by which a branch is taken. */
export const eventOf = ({ kind, id, target }: CoveredBranch): string | null =>
  kind === 'event' || kind === 'start' ? id : kind === 'race' ? target : null

/** The condition by which a branch is taken: of its arrow, its event or its repetition. */
export function conditionOf(
  { graph: { flows, nodes } }: CompiledProcedure,
  branch: CoveredBranch
): Expression | null {
  const { kind, id, element } = branch
  const { loop } = nodes[element] ?? {}
  if (loop && kind === 'early') return loop.over === 'items' ? loop.until : null
  if (loop && (kind === 'again' || kind === 'over')) return loop.over === 'condition' ? loop.condition : null
  const { condition } = (nodes[eventOf(branch) ?? '']?.data ?? {}) as { condition?: Expression }
  return condition ?? flows[id]?.condition ?? null
}

/** What an event stands on. */
export const hostOf = ({ graph: { nodes } }: CompiledProcedure, event: string): string | null =>
  Object.values(nodes).find(({ boundaries }) => boundaries.includes(event))?.id ?? null

/** An error or escalation that whoever works on something reports. */
function report(procedure: CompiledProcedure, event: string): Step | null {
  const { nodes } = procedure.graph
  const host = hostOf(procedure, event)
  const { kind = '', data } = nodes[event] ?? {}
  if (!host || !WORK.includes(nodes[host]?.kind ?? '')) return null
  const code = (data as Waiting | null)?.code ?? 'ANY'
  if (kind === 'error_boundary') return { error: host, code }
  return kind === 'escalation_boundary' ? { escalation: host, code } : null
}

/** What an event waits for: a message or a signal that comes, or time that passes. */
function waitFor(data: unknown): Step | null {
  const { message, signal, due } = (data ?? {}) as Waiting
  if (message) return message === 'withdrawal' ? { message, by: 'citizen' } : { message }
  if (signal) return { signal }
  if (due?.term) return { term: termText(due.term) }
  return due?.date ? { advance: afterDay(due.date) } : null
}

/** An instant by which a day is over, or begun, wherever the town is. */
const afterDay = (date: string): string =>
  new Date(Date.parse(date) + (date.includes('T') ? 0 : 86_400_000)).toISOString()

/** The answer or message that makes a comparison of one variable with one value true. */
function stepThatMakes(procedure: CompiledProcedure, { tree }: Expression): Step | null {
  const compared = tree.op === 'comparison' && tree.operator === '=' ? sidesOf(tree) : null
  const [source] = compared ? sourcesOf(procedure, compared.name) : []
  if (!compared || !source) return null
  const node = procedure.graph.nodes[source.element]
  const given = { [source.member]: compared.value }
  if (source.form && node?.role && node.role !== 'system')
    return { task: source.element, by: node.role, with: given }
  const { message } = (node?.data ?? {}) as Waiting
  return message ? { message, payload: given } : null
}

function sidesOf({ left, right }: Comparison): { name: string; value: Json } | null {
  return left.op === 'name' && right.op === 'literal' ? { name: left.name, value: right.value } : null
}
