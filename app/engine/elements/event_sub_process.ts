import type { Kind } from '#engine/elements/kind'

/** A part that no flow leads to: an event in the scope around it begins it. */
export const eventSubProcess: Kind<null> = {
  name: 'event_sub_process',
  bpmn: 'EventSubProcess',
  reads: ['flowElements', 'laneSets', 'artifacts', 'triggeredByEvent'],
  detached: true,
  compile: () => null,
  // `begin_part` opens it: no token ever comes to it by a flow
  enter: () => undefined,
  resume: (step, node, arrival) => step.leave(node, arrival),
}
