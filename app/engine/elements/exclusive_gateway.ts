import type { Kind } from '#engine/elements/kind'
import { type Seen, see } from '#engine/runtime/seen'
import { valueOf } from '#engine/runtime/values'

interface ExclusiveData {
  default: string | null
}

/** One way out: the first, in the order of the drawing's flows, whose condition is true; else the default. */
export const exclusiveGateway: Kind<ExclusiveData> = {
  name: 'exclusive_gateway',
  bpmn: 'ExclusiveGateway',
  reads: ['default'],
  compile: (reader) => ({ default: reader.reference('default')?.id ?? null }),
  check: (plan, node) => plan.checkConditions(node, node.data.default),
  enter(step, node, arrival) {
    const seen: Seen = {}
    for (const id of node.outgoing) {
      const condition = step.graph.flows[id]?.condition
      if (!condition) {
        if (node.outgoing.length === 1) return step.leave(node, arrival)
        continue
      }
      const holds = valueOf(step, condition, arrival)
      see(step, condition, arrival, seen)
      if (holds === true) return step.leave(node, arrival, [id], seen)
      // null is an answer nobody gave: a person decides, never a silent default
      if (holds !== false) return step.stall(node, arrival, 'condition_not_boolean', id, { because: seen })
    }
    if (node.data.default) step.leave(node, arrival, [node.data.default], seen)
    else step.stall(node, arrival, 'no_flow_matches', node.outgoing.join(' '), { because: seen })
  },
}
