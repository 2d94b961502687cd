import type { Arrival } from '#engine/elements/kind'
import type { Node } from '#engine/graph'
import type { Seen } from '#engine/runtime/seen'
import type { Step } from '#engine/runtime/step'

/**
 * An event subprocess begins in its scope by what its start event waited for. One that interrupts ends all
 * else there first, what was on its way and what else could have begun included.
 */
export function beginPart(
  step: Step,
  start: Node,
  { key, scope }: Arrival,
  interrupts: boolean,
  because?: Seen
): void {
  step.drop(key, 'quietly')
  if (interrupts) step.clear(scope)
  const part = step.node(start.scope as string)
  step.mark(part)
  const own = step.newKey(part.id)
  step.open(part, { key: own, scope }, 'inside')
  if (interrupts) step.state.tokens[own] = { ...step.state.tokens[own]!, interrupted: true }
  step.mark(start)
  step.leave(start, { key: '', scope: own }, start.outgoing, because)
}
