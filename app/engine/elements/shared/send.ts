import { type Address, addressOf, readAddress } from '#engine/elements/shared/address'
import type { Arrival } from '#engine/elements/kind'
import type { Node } from '#engine/graph'
import type { Reader } from '#engine/reading/reader'
import type { Step } from '#engine/runtime/step'
import { type Mapping, inputsOf } from '#engine/runtime/values'

/** A message for another case of the town, and what it brings. */
export interface SendData extends Address {
  inputs: Mapping[]
}

export const readSend = (reader: Reader): SendData => ({ ...readAddress(reader), inputs: reader.inputs() })

/** Orders that it be sent; false when nobody could say to whom. */
export function sendMessage(step: Step, node: Node<SendData>, arrival: Arrival): boolean {
  const to = addressOf(step, node, arrival)
  if (!to) return false
  const payload = inputsOf(step, node.data.inputs, arrival)
  step.command({ type: 'send', key: arrival.key, element: node.id, ...to, payload })
  return true
}
