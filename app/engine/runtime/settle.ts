import type { Expression } from '#engine/feel'
import { holdsByNow } from '#engine/runtime/holds'
import type { Node } from '#engine/graph'
import { seenBy } from '#engine/runtime/seen'
import type { Step } from '#engine/runtime/step'
import { forget } from '#engine/runtime/undo'
import type { State, Waits } from '#engine/state'
import { hasJoins, joinsOf, placeOfJoin } from '#engine/runtime/joins'
import { busy, tokensByAge } from '#engine/runtime/tokens'

/**
 * What follows once no token moves any more, one thing at a time: a condition that holds by now, a join that
 * need not wait longer, the innermost scope that was left empty, at last the end. False when nothing follows.
 */
export function settle(step: Step): boolean {
  return fulfil(step) || release(step) || close(step)
}

/** Most cases have none of these: then nothing needs to be put in order. */
const anyWaits = ({ tokens }: State, what: Waits): boolean => {
  for (const key in tokens) if (tokens[key]?.waits === what) return true
  return false
}

/** An event whose condition has begun to hold happens. */
function fulfil(step: Step): boolean {
  if (!anyWaits(step.state, 'condition')) return false
  for (const [key, token] of tokensByAge(step.state)) {
    if (token.waits !== 'condition' || token.incident) continue
    const node = step.node(token.element) as Node<{ condition: Expression }>
    const holds = holdsByNow(step, key, node.data.condition)
    if (holds === null || holds === Boolean(token.held)) continue
    const { held: _before, ...rest } = token
    step.state.tokens[key] = holds ? { ...rest, held: true } : rest
    if (!holds) continue
    step
      .kindOf(node)
      .resume?.(step, node, { key, ...token }, seenBy(step, [node.data.condition], { key, ...token }))
    return true
  }
  return false
}

/** A join, or an open choice, that now knows that it need not wait. */
function release(step: Step): boolean {
  for (const key of Object.keys(step.state.joins).sort()) {
    const { element, scope } = placeOfJoin(key)
    const node = step.node(element)
    if (step.kindOf(node).release?.(step, node, { scope })) return true
  }
  if (!anyWaits(step.state, 'choice')) return false
  for (const [key, token] of tokensByAge(step.state)) {
    if (token.waits !== 'choice' || token.incident) continue
    const node = step.node(token.element)
    if (step.kindOf(node).release?.(step, node, { key, scope: token.scope })) return true
  }
  return false
}

/** Innermost first, closes one scope in which nothing moves any more; false when none is left to close. */
function close(step: Step): boolean {
  const { state } = step
  for (const [key, token] of tokensByAge(state).reverse()) {
    if (token.waits !== 'inside' && token.waits !== 'undoing') continue
    if (busy(state, key) || stuck(step, key)) continue
    const node = step.node(token.element)
    step.kindOf(node).resume?.(step, node, { key, ...token }, null)
    return true
  }
  if (state.status === 'ended' || busy(state) || stuck(step)) return false
  state.status = 'ended'
  step.clear()
  forget(state, () => true)
  const { outcome, error } = state
  step.command({ type: 'end', outcome, ...(error !== undefined && { error }) })
  return false
}

/** A join whose other branches went elsewhere would wait for ever without anybody knowing. */
function stuck(step: Step, scope?: string): boolean {
  if (!hasJoins(step.state, scope)) return false
  for (const join of joinsOf(step.state, scope)) {
    const node = step.node(placeOfJoin(join).element)
    const missing = node.incoming.filter((flow) => !step.state.joins[join]?.[flow])
    const arrival = { key: step.newKey(node.id), scope }
    step.stall(node, arrival, 'join_incomplete', missing.join(' '), { waits: 'join' })
  }
  return true
}
