import type { Plan } from '#engine/checks/plan'
import { kindOf } from '#engine/elements/index'

/** Every branch goes on until an end event; nothing leads into a beginning or out of an end. */
export function checkEnds(plan: Plan): void {
  for (const node of plan.nodes.values()) {
    const { place, bpmn, detached } = kindOf(node)
    // what is begun by other means may stand alone: event subprocesses, handlers, the choices of an ad-hoc part
    const alone = detached || plan.isHandler(node.id) || isChoice(plan, node.scope)
    if (detached && node.incoming.length + node.outgoing.length > 0) plan.problem('DETACHED_IN_FLOW', node.id)
    if (place === 'end' && node.outgoing.length > 0) plan.problem('END_GOES_ON', node.id)
    if (place !== 'end' && node.outgoing.length === 0 && !alone) plan.problem('DEAD_END', node.id)
    const begins = place === 'start' || bpmn.startsWith('BoundaryEvent')
    if (begins && node.incoming.length > 0) plan.problem('BEGINNING_ENTERED', node.id)
  }
}

const isChoice = (plan: Plan, scope: string | null): boolean =>
  scope !== null && plan.nodes.get(scope)?.kind === 'ad_hoc_sub_process'
