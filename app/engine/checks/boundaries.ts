import type { Plan } from '#engine/checks/plan'
import { kindOf } from '#engine/elements/index'

/** Boundary events sit on something that takes time: a task or a subprocess. */
export function checkBoundaries(plan: Plan, hosts: ReadonlyMap<string, string | null>): void {
  for (const [id, host] of hosts) {
    const node = host === null ? undefined : plan.nodes.get(host)
    if (!node || !/^(?!Event).*(Task|SubProcess|Transaction|CallActivity)$/.test(kindOf(node).bpmn))
      plan.problem('BOUNDARY_WITHOUT_HOST', id)
  }
}
