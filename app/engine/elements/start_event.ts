import type { Kind } from '#engine/elements/kind'

/** Where a case, or the inside of a subprocess, begins. */
export const startEvent: Kind<null> = {
  name: 'start_event',
  bpmn: 'StartEvent',
  reads: [],
  place: 'start',
  compile: () => null,
  enter: (step, node, arrival) => step.leave(node, arrival),
}
