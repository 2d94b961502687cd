import type { Kind } from '#engine/elements/kind'
import { type Seen, see } from '#engine/runtime/seen'
import { valueOf } from '#engine/runtime/values'
import { countAtJoin, takeFromJoin } from '#engine/runtime/joins'
import { mayStillCome } from '#engine/runtime/reach'

interface InclusiveData {
  default: string | null
}

/**
 * Every way out whose condition is true, or else the default; as a join it waits for those branches that can
 * still come, and for no others.
 */
export const inclusiveGateway: Kind<InclusiveData> = {
  name: 'inclusive_gateway',
  bpmn: 'InclusiveGateway',
  reads: ['default'],
  compile: (reader) => ({ default: reader.reference('default')?.id ?? null }),
  check: (plan, node) => plan.checkConditions(node, node.data.default),
  gather(step, node, { scope, flow }) {
    if (node.incoming.length < 2 || flow === undefined) return true
    countAtJoin(step.state, node.id, { flow, scope })
    return false
  },
  release(step, node, { scope }) {
    if (mayStillCome(step, node, scope)) return false
    takeFromJoin(step.state, node.id, scope)
    step.admit(node, { scope })
    return true
  },
  enter(step, node, arrival) {
    const { default: otherwise } = node.data
    const ways: string[] = []
    const seen: Seen = {}
    for (const id of node.outgoing) {
      if (id === otherwise) continue
      const condition = step.graph.flows[id]?.condition
      const holds = condition ? valueOf(step, condition, arrival) : true
      if (condition) see(step, condition, arrival, seen)
      // null is an answer nobody gave: a person decides, never a silent default
      if (typeof holds !== 'boolean')
        return step.stall(node, arrival, 'condition_not_boolean', id, { because: seen })
      if (holds) ways.push(id)
    }
    if (ways.length > 0) step.leave(node, arrival, ways, seen)
    else if (otherwise) step.leave(node, arrival, [otherwise], seen)
    else step.stall(node, arrival, 'no_flow_matches', node.outgoing.join(' '), { because: seen })
  },
}
