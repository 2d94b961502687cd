import type { Kind } from '#engine/elements/kind'
import { type ConditionData, awaitCondition, readCondition } from '#engine/elements/shared/condition'
import { fire } from '#engine/runtime/fire'
import type { Seen } from '#engine/runtime/seen'

/** The branch waits until a condition over the variables holds. */
export const conditionalCatch: Kind<ConditionData> = {
  name: 'conditional_catch',
  bpmn: 'IntermediateCatchEvent:Conditional',
  reads: [],
  compile: readCondition,
  enter: awaitCondition,
  resume: (step, node, arrival, seen) => fire(step, node, arrival, true, seen as Seen),
}
