import type { Kind } from '#engine/elements/kind'
import { type ConditionData, awaitCondition, readCondition } from '#engine/elements/shared/condition'
import { fire } from '#engine/runtime/fire'
import type { Seen } from '#engine/runtime/seen'

/** A condition that may come to hold while a task is open: it ends it, or opens a branch each time it comes to hold. */
export const conditionalBoundary: Kind<ConditionData & { interrupts: boolean }> = {
  name: 'conditional_boundary',
  bpmn: 'BoundaryEvent:Conditional',
  reads: ['attachedToRef', 'cancelActivity'],
  compile: (reader) => ({ ...readCondition(reader), interrupts: reader.interrupts() }),
  enter: awaitCondition,
  resume(step, node, arrival, seen) {
    const { host, scope } = arrival
    fire(step, node, arrival, node.data.interrupts, seen as Seen)
    // it has to stop holding before it can come to hold again
    if (!node.data.interrupts) step.watch(node.id, { host, scope, held: true })
  },
}
