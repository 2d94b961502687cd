import type { Arrival } from '#engine/elements/kind'
import type { Expression } from '#engine/feel'
import type { Node } from '#engine/graph'
import type { Reader } from '#engine/reading/reader'
import type { Step } from '#engine/runtime/step'

export interface ConditionData {
  condition: Expression
}

const NEVER: Expression = { source: 'false', tree: { op: 'literal', value: false, at: 0 }, variables: [] }

export function readCondition(reader: Reader): ConditionData {
  const text = reader.body(reader.definition, 'condition')
  if (!text) reader.problem('CONDITION_OF_EVENT_MISSING')
  return { condition: (text && reader.expression(text, { expects: 'boolean' })) || NEVER }
}

/** Lets the token wait; whether the condition holds is looked at whenever nothing else moves. */
export const awaitCondition = (step: Step, node: Node<ConditionData>, arrival: Arrival): void =>
  step.wait(node, arrival, { waits: 'condition', ...(arrival.held && { held: true }) })
