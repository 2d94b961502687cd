import type { Kind } from '#engine/elements/kind'

/** Names the handler that undoes the task or subprocess it sits on, once that was completed. */
export const compensationBoundary: Kind<null> = {
  name: 'compensation_boundary',
  bpmn: 'BoundaryEvent:Compensate',
  reads: ['attachedToRef', 'cancelActivity'],
  passive: true,
  place: 'end',
  compile(reader) {
    // what it undoes is what it sits on
    if (reader.activityRef()) reader.problem('REFUSED_PROPERTY', { property: 'activityRef' })
    return null
  },
  check(plan, node) {
    if (!plan.handlerOf(node.id)) plan.problem('HANDLER_MISSING', node.id)
  },
  // what was completed is remembered by the activity; no token ever comes to it
  enter: () => undefined,
}
