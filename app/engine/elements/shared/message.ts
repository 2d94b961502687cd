import { type Address, addressOf, readAddress } from '#engine/elements/shared/address'
import type { Arrival } from '#engine/elements/kind'
import type { Node } from '#engine/graph'
import type { Reader } from '#engine/reading/reader'
import type { Step } from '#engine/runtime/step'
import type { Mapping } from '#engine/runtime/values'

/** What waits for a message, and what is kept of it. */
export interface MessageData extends Address {
  outputs: Mapping[]
}

export const readMessage = (reader: Reader): MessageData => ({
  ...readAddress(reader),
  outputs: reader.outputs(),
})

/** Subscribes to the message and lets the token wait for it. */
export function awaitMessage(step: Step, node: Node<MessageData>, arrival: Arrival): void {
  const wanted = addressOf(step, node, arrival)
  if (!wanted) return
  step.command({ type: 'subscribe', key: arrival.key, element: node.id, ...wanted })
  step.wait(node, arrival, { waits: 'message', ...wanted })
}
