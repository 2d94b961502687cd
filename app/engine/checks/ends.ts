import { kindOf } from '#engine/elements/index'
import type { Plan } from '#engine/checks/plan'

/** Every branch goes on until an end event; nothing leads into a beginning or out of an end. */
export function checkEnds(plan: Plan): void {
  for (const node of plan.nodes.values()) {
    const { place, bpmn } = kindOf(node)
    if (place === 'end' && node.outgoing.length > 0) plan.problem('END_GOES_ON', node.id)
    if (place !== 'end' && node.outgoing.length === 0) plan.problem('DEAD_END', node.id)
    const begins = place === 'start' || bpmn.startsWith('BoundaryEvent')
    if (begins && node.incoming.length > 0) plan.problem('BEGINNING_ENTERED', node.id)
  }
}
