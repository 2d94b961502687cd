import type { Kind } from '#engine/elements/kind'

/** Waits for whichever of the events behind it comes first; the others are given up. */
export const eventGateway: Kind<null> = {
  name: 'event_gateway',
  bpmn: 'EventBasedGateway',
  reads: [],
  compile: () => null,
  check(plan, node) {
    for (const { target } of plan.flowsFrom(node)) {
      const event = plan.nodes.get(target)
      const waits =
        event &&
        ['timer_catch', 'message_catch', 'receive_task', 'signal_catch', 'conditional_catch'].includes(
          event.kind
        )
      const alone = event && event.incoming.length === 1 && event.boundaries.length === 0 && !event.loop
      if (!waits || !alone) plan.problem('RACE_TARGET', target, { gateway: node.id })
    }
  },
  enter(step, node, arrival) {
    step.wait(node, arrival, { waits: 'first' })
    for (const id of node.outgoing) {
      const flow = step.graph.flows[id]
      if (flow) step.watch(flow.target, { host: arrival.key, scope: arrival.scope })
    }
  },
}
