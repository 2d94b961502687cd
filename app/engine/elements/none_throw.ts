import type { Kind } from '#engine/elements/kind'

/** A milestone: it says that a case has come this far, and may begin a phase. */
export const noneThrow: Kind<null> = {
  name: 'none_throw',
  bpmn: 'IntermediateThrowEvent',
  reads: [],
  compile: () => null,
  enter: (step, node, arrival) => step.leave(node, arrival),
}
