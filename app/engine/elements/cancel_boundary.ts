import type { Kind } from '#engine/elements/kind'

/** Where a transaction goes on that was cancelled, once all is undone. */
export const cancelBoundary: Kind<null> = {
  name: 'cancel_boundary',
  bpmn: 'BoundaryEvent:Cancel',
  reads: ['attachedToRef'],
  passive: true,
  compile: () => null,
  check(plan, node) {
    const host = plan.hostOf(node)
    const cancels = [...plan.nodes.values()].some(
      ({ kind, scope }) => kind === 'cancel_end' && scope === host?.id
    )
    if (host?.kind !== 'transaction') plan.problem('CANCEL_OUTSIDE', node.id)
    else if (!cancels) plan.problem('CANCEL_NEVER', node.id)
  },
  // the cancel end looks it up; no token ever comes to it
  enter: () => undefined,
}
