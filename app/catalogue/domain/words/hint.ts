import type { Json } from '#core/json'
import type { Expression } from '#expressions/index'
import type { CoveredBranch } from '#catalogue/domain/coverage/coverage'
import { sourcesOf } from '#catalogue/domain/words/source'
import type { Step } from '#catalogue/domain/scenario'
import type { CompiledProcedure } from '#catalogue/domain/types'

type Comparison = Extract<Expression['tree'], { op: 'comparison' }>
interface Waiting {
  message?: string
  due?: { term?: { amount: number; unit: string } }
}

/** The step of a scenario by which a branch would be taken, as it is written; null where no one step does it. */
export function stepTowards(procedure: CompiledProcedure, branch: CoveredBranch): Step | null {
  const { flows, nodes } = procedure.graph
  if (branch.kind === 'event') return waitFor(nodes[branch.id]?.data)
  if (branch.kind === 'race') return waitFor(nodes[branch.target ?? '']?.data)
  const condition = flows[branch.id]?.condition
  return condition ? stepThatMakes(procedure, condition) : null
}

/** What an event waits for: a message that comes, or time that passes. */
function waitFor(data: unknown): Step | null {
  const { message, due } = (data ?? {}) as Waiting
  if (message) return message === 'withdrawal' ? { message, by: 'citizen' } : { message }
  return due?.term ? { term: `${due.term.amount} ${due.term.unit.replaceAll('_', ' ')}` } : null
}

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
