import type { Arrival } from '#engine/elements/kind'
import type { Expression } from '#engine/feel'
import type { Node } from '#engine/graph'
import type { Reader } from '#engine/reading/reader'
import type { Step } from '#engine/runtime/step'
import { type Mapping, valueOf } from '#engine/runtime/values'

/** What waits for a message: its name, the text it must carry to be for this case, and what is kept of it. */
export interface MessageData {
  message: string
  correlation: Expression | null
  outputs: Mapping[]
}

export function readMessage(reader: Reader): MessageData {
  const message = reader.messageName()
  if (!message) reader.problem('MESSAGE_MISSING')
  const correlation = reader.text('correlation')
  return {
    message: message ?? '',
    correlation: correlation ? reader.expression(correlation, { expects: 'string' }) : null,
    outputs: reader.outputs(),
  }
}

/** Subscribes to the message and lets the token wait for it. */
export function awaitMessage(step: Step, node: Node<MessageData>, arrival: Arrival): void {
  const { message, correlation: expression } = node.data
  const correlation = expression ? valueOf(step, expression, arrival) : undefined
  if (correlation !== undefined && typeof correlation !== 'string') {
    return step.stall(node, arrival, 'correlation_not_text', expression?.source ?? '')
  }
  const wanted = { message, ...(correlation !== undefined && { correlation }) }
  step.command({ type: 'subscribe', key: arrival.key, element: node.id, ...wanted })
  step.wait(node, arrival, { waits: 'message', ...wanted })
}
