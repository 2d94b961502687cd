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
      const inside = Object.keys(step.state.tokens).filter((key) => isIn(step, key, whole))
      return [whole, ...inside]
    },
    first(step, { scope = '' }) {
      const whole = wholeOf(step, scope)
      if (whole !== scope) step.clear(whole, scope)
      step.clear(scope)
      // what is being cancelled is left by its cancel event: nothing else on its border may end that halfway
      for (const [key, token] of tokensByAge(step.state)) if (token.host === whole) step.drop(key)
    },
    then: (step, _node, { scope = '' }) => goOnAfterCancelling(step, wholeOf(step, scope)),
  }),
}

/** Whether a token runs in it, in a part of it that is still open too. */
function isIn(step: Step, key: string, whole: string): boolean {
  for (let at = step.state.tokens[key]?.scope; at !== undefined; at = step.state.tokens[at]?.scope)
    if (at === whole) return true
  return false
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
