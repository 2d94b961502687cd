import type { Kind } from '#engine/elements/kind'
import { undoing } from '#engine/elements/shared/compensation'
import { fire } from '#engine/runtime/fire'
import type { Step } from '#engine/runtime/step'
import { isRepetition, tokensByAge } from '#engine/runtime/tokens'

/**
 * Cancels the transaction it stands in: all that is open is given up, all that was completed undone. One turn of a
 * repeated transaction cancels all of them.
 */
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
    scopes(step, scope = '') {
      const whole = wholeOf(step, scope)
      const turns = tokensByAge(step.state).flatMap(([key, token]) => (token.scope === whole ? [key] : []))
      return whole === scope ? [scope] : [whole, ...turns]
    },
    first(step, { scope = '' }) {
      const whole = wholeOf(step, scope)
      if (whole !== scope) step.clear(whole, scope)
      step.clear(scope)
    },
    then: (step, _node, { scope = '' }) => goOnAfterCancelling(step, wholeOf(step, scope)),
  }),
}

/** The transaction, or what stands for all its repetitions. */
function wholeOf(step: Step, transaction: string): string {
  const token = step.state.tokens[transaction]
  const repeated = token?.scope !== undefined && isRepetition(step.state, token.element, token.scope)
  return repeated ? (token.scope as string) : transaction
}

function goOnAfterCancelling(step: Step, transaction: string): void {
  const host = step.state.tokens[transaction]
  const border =
    host && step.node(host.element).boundaries.find((id) => step.node(id).kind === 'cancel_boundary')
  if (!border) throw new Error(`${transaction} has no event for being cancelled`)
  fire(step, step.node(border), { key: '', host: transaction, scope: host.scope }, true)
}
