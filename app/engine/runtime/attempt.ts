import type { Json } from '#core/json'
import type { Arrival } from '#engine/elements/kind'
import type { Node } from '#engine/graph'
import { repeat } from '#engine/runtime/repeat'
import { wentWrong } from '#engine/runtime/seen'
import type { Step } from '#engine/runtime/step'
import { isRepetition } from '#engine/runtime/tokens'
import { failing } from '#engine/runtime/values'
import type { Token } from '#engine/state'

/** What entering means, the first time and after an incident. */
export function begin(step: Step, node: Node, arrival: Arrival): void {
  const again = isRepetition(step.state, node.id, arrival.scope)
  // its own, to be written to: they may have come out of a state
  const own = arrival.locals ? { ...arrival, locals: { ...arrival.locals } } : arrival
  if (node.loop && !again) return repeat(step, node, own)
  const failed = failing(() => step.kindOf(node).enter(step, node, own))
  if (!failed) return
  const [source, because] = wentWrong(step, failed)
  step.stall(node, own, 'expression_failed', source, { because })
}

/** What the token waited for has come; it is kept where what it brings can't be worked out, and nothing is done twice. */
export function resume(step: Step, key: string, token: Token, brought: Json): void {
  const node = step.node(token.element)
  const failed = failing(() => step.kindOf(node).resume?.(step, node, { ...token, key }, brought))
  if (!failed) return
  step.state.tokens[key] = { ...token, brought }
  step.halt(key, 'expression_failed', ...wentWrong(step, failed))
}

/** Orders once more what a token stands for. */
export function issueAgain(step: Step, key: string, token: Token): void {
  const node = step.node(token.element)
  const failed = failing(() => step.kindOf(node).issue?.(step, node, key, token))
  if (failed) step.halt(key, 'expression_failed', ...wentWrong(step, failed))
}
