import type { Arrival } from '#engine/elements/kind'
import type { Node } from '#engine/graph'
import type { Step } from '#engine/runtime/step'

/** What a caught event does: ends what it interrupts, if anything, and goes on by its flows. */
export function fire(step: Step, node: Node, arrival: Arrival, interrupts: boolean): void {
  const { key, host } = arrival
  if (host) step.mark(node)
  step.drop(key, 'quietly')
  if (host && interrupts) step.drop(host)
  step.leave(node, arrival)
}
