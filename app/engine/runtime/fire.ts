import type { Arrival } from '#engine/elements/kind'
import type { Node } from '#engine/graph'
import type { Seen } from '#engine/runtime/seen'
import type { Step } from '#engine/runtime/step'

/** What a caught event does: ends what it interrupts, if anything, and goes on by its flows, because of what was seen. */
export function fire(step: Step, node: Node, arrival: Arrival, interrupts: boolean, because?: Seen): void {
  const { key, host } = arrival
  const waits = host ? step.state.tokens[host] : undefined
  // Of a gateway that waits for the first of several events, only the arrow of the one that came is taken.
  if (waits?.waits === 'first')
    for (const flow of node.incoming)
      step.command({ type: 'trace', element: waits.element, kind: 'take', flow })
  if (host) step.mark(node)
  step.drop(key, 'quietly')
  if (host && interrupts) step.drop(host)
  step.leave(node, arrival, node.outgoing, because)
}
