import type { Kind } from '#engine/elements/kind'
import { undoing } from '#engine/elements/shared/compensation'
import { fire } from '#engine/runtime/fire'
import type { Step } from '#engine/runtime/step'

/** Cancels the transaction it stands in: all that is open is given up, all that was completed undone. */
export const cancelEnd: Kind<null> = {
  name: 'cancel_end',
  bpmn: 'EndEvent:Cancel',
  reads: [],
  place: 'end',
  compile: () => null,
  check(plan, node) {
    const around = node.scope === null ? undefined : plan.nodes.get(node.scope)
    const border = around?.boundaries.some((id) => plan.nodes.get(id)?.kind === 'cancel_boundary')
    if (around?.kind !== 'transaction' || !border) plan.problem('CANCEL_OUTSIDE', node.id)
  },
  ...undoing<null>({
    first: (step, { scope }) => step.clear(scope),
    then: (step, _node, { scope = '' }) => goOnAfterCancelling(step, scope),
  }),
}

function goOnAfterCancelling(step: Step, transaction: string): void {
  const host = step.state.tokens[transaction]
  const border =
    host && step.node(host.element).boundaries.find((id) => step.node(id).kind === 'cancel_boundary')
  if (!border) throw new Error(`${transaction} has no event for being cancelled`)
  fire(step, step.node(border), { key: '', host: transaction, scope: host.scope }, true)
}
