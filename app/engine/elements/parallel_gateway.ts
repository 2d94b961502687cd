import type { Kind } from '#engine/elements/kind'
import { joinKey } from '#engine/runtime/tokens'

/** Waits for one token on every flow that comes in, then goes on by every flow that leaves. */
export const parallelGateway: Kind<null> = {
  name: 'parallel_gateway',
  bpmn: 'ParallelGateway',
  reads: ['gatewayDirection'],
  compile: () => null,
  gather(step, node, { scope, flow }) {
    if (node.incoming.length < 2 || flow === undefined) return true
    const { joins } = step.state
    const key = joinKey(node.id, scope)
    const counts = { ...joins[key], [flow]: (joins[key]?.[flow] ?? 0) + 1 }
    joins[key] = counts
    if (!node.incoming.every((each) => counts[each])) return false
    // one token of each flow goes in; a second one on the same flow waits for the next round
    const rest = Object.entries(counts).flatMap(([each, count]) => (count > 1 ? [[each, count - 1]] : []))
    if (rest.length > 0) joins[key] = Object.fromEntries(rest)
    else delete joins[key]
    return true
  },
  enter: (step, node, arrival) => step.leave(node, arrival),
}
