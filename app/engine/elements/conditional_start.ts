import type { Kind } from '#engine/elements/kind'
import {
  BEGINNING,
  type BeginningData,
  enterBeginning,
  interruptsScope,
} from '#engine/elements/shared/beginning'
import { type ConditionData, awaitCondition, readCondition } from '#engine/elements/shared/condition'
import { beginPart } from '#engine/runtime/begin_part'
import type { Seen } from '#engine/runtime/seen'

/** An event subprocess begins once a condition comes to hold in the scope around it. */
export const conditionalStart: Kind<ConditionData & BeginningData> = {
  ...BEGINNING,
  name: 'conditional_start',
  bpmn: 'StartEvent:Conditional',
  compile(reader) {
    if (!reader.inEventSubProcess()) reader.problem('START_ONLY_INSIDE')
    return { ...readCondition(reader), interrupts: interruptsScope(reader) }
  },
  enter: (step, node, arrival) => enterBeginning(step, node, arrival, awaitCondition),
  resume(step, node, arrival, seen) {
    const { interrupts } = node.data
    beginPart(step, node, arrival, interrupts, seen as Seen)
    if (!interrupts) step.watch(node.id, { scope: arrival.scope, starter: true, held: true })
  },
}
