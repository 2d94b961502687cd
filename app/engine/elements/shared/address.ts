import type { Arrival } from '#engine/elements/kind'
import type { Expression } from '#engine/feel'
import type { Node } from '#engine/graph'
import type { Reader } from '#engine/reading/reader'
import { seenBy } from '#engine/runtime/seen'
import type { Step } from '#engine/runtime/step'
import { valueOf } from '#engine/runtime/values'

/** By what a message is known: its name, and the text that tells which case it is for. */
export interface Address {
  message: string
  correlation: Expression | null
}

export function readAddress(reader: Reader): Address {
  const message = reader.messageName()
  if (!message) reader.problem('MESSAGE_MISSING')
  const correlation = reader.text('correlation')
  return {
    message: message ?? '',
    correlation: correlation ? reader.expression(correlation, { expects: 'string' }) : null,
  }
}

/** The address as it is now; null when nobody could say for which case, and the token has stopped there. */
export function addressOf(
  step: Step,
  node: Node<Address>,
  arrival: Arrival
): { message: string; correlation?: string } | null {
  const { message, correlation: expression } = node.data
  if (!expression) return { message }
  const correlation = valueOf(step, expression, arrival)
  if (typeof correlation === 'string') return { message, correlation }
  step.stall(node, arrival, 'correlation_not_text', expression.source, {
    because: seenBy(step, [expression], arrival),
  })
  return null
}
