import type { Arrival } from '#engine/elements/kind'
import type { Expression } from '#engine/feel'
import type { Node } from '#engine/graph'
import type { Reader } from '#engine/reading/reader'
import type { Step } from '#engine/runtime/step'
import { type Mapping, inputsOf, valueOf } from '#engine/runtime/values'

/** A message for another case of the town: its name, the text that tells which one, what it brings. */
export interface SendData {
  message: string
  correlation: Expression | null
  inputs: Mapping[]
}

export function readSend(reader: Reader): SendData {
  const message = reader.messageName()
  if (!message) reader.problem('MESSAGE_MISSING')
  const correlation = reader.text('correlation')
  return {
    message: message ?? '',
    correlation: correlation ? reader.expression(correlation, { expects: 'string' }) : null,
    inputs: reader.inputs(),
  }
}

/** Orders that it be sent; false when nobody could say to whom. */
export function sendMessage(step: Step, node: Node<SendData>, arrival: Arrival): boolean {
  const { message, correlation: expression, inputs } = node.data
  const correlation = expression ? valueOf(step, expression, arrival) : undefined
  if (correlation !== undefined && typeof correlation !== 'string') {
    step.stall(node, arrival, 'correlation_not_text', expression?.source ?? '')
    return false
  }
  step.command({
    type: 'send',
    key: arrival.key,
    element: node.id,
    message,
    ...(correlation !== undefined && { correlation }),
    payload: inputsOf(step, inputs, arrival),
  })
  return true
}
