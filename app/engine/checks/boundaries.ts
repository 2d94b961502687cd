import type { Plan } from '#engine/checks/plan'
import { kindOf } from '#engine/elements/index'
import type { Node } from '#engine/graph'

/** Whether it takes time, so that something can watch it. */
export const isHost = (node: Node | undefined): node is Node =>
  node !== undefined && /^(?!Event).*(Task|SubProcess|Transaction|CallActivity)$/.test(kindOf(node).bpmn)

/** Boundary events sit on something that takes time: a task or a subprocess. */
export function checkBoundaries(plan: Plan, hosts: ReadonlyMap<string, string | null>): void {
  for (const [id, host] of hosts)
    if (!isHost(host === null ? undefined : plan.nodes.get(host))) plan.problem('BOUNDARY_WITHOUT_HOST', id)
}
