import type { Kind } from '#engine/elements/kind'
import { countAtJoin, takeFromJoin } from '#engine/runtime/joins'

/** Waits for one token on every flow that comes in, then goes on by every flow that leaves. */
export const parallelGateway: Kind<null> = {
  name: 'parallel_gateway',
  bpmn: 'ParallelGateway',
  reads: [],
  compile: () => null,
  gather(step, node, { scope, flow }) {
    if (node.incoming.length < 2 || flow === undefined) return true
    const counts = countAtJoin(step.state, node.id, { flow, scope })
    if (!node.incoming.every((each) => counts[each])) return false
    takeFromJoin(step.state, node.id, scope)
    return true
  },
  enter: (step, node, arrival) => step.leave(node, arrival),
}
