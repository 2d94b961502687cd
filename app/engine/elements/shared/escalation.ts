import type { Arrival } from '#engine/elements/kind'
import type { Plan } from '#engine/checks/plan'
import type { Node } from '#engine/graph'
import type { Reader } from '#engine/reading/reader'
import type { Thrown } from '#engine/runtime/hearer'
import { raise } from '#engine/runtime/raise'
import type { Step } from '#engine/runtime/step'

export interface Escalation {
  escalation: string
}

export function readEscalation(reader: Reader): Escalation {
  const escalation = reader.escalationCode()
  if (escalation === null) reader.problem('ESCALATION_WITHOUT_CODE')
  return { escalation: escalation ?? '' }
}

export const escalates = ({ data }: Node<Escalation>, what: Thrown): string[] =>
  what === 'escalation' ? [data.escalation] : []

/** One that nobody hears is no fault of the case, but surely one of the drawing. */
export function checkEscalation(plan: Plan, node: Node<Escalation>): void {
  const { escalation } = node.data
  if (escalation && !plan.catches(node, 'escalation', escalation))
    plan.warning('ESCALATION_UNHEARD', node.id, { escalation })
}

/** Throws it outwards, at last to the case that called this one; false when that ended the scope it was thrown in. */
export function escalate(step: Step, node: Node<Escalation>, { key, scope }: Arrival): boolean {
  const code = node.data.escalation
  const caught = raise(step, 'escalation', code, { scope })
  if (caught === 'uncaught') step.command({ type: 'escalation', key, element: node.id, code })
  return caught !== 'interrupted'
}
