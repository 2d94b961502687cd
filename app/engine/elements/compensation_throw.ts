import type { Kind } from '#engine/elements/kind'
import { type CompensationData, readCompensation, undoing } from '#engine/elements/shared/compensation'

/** Undoes what was completed in its scope, and goes on. */
export const compensationThrow: Kind<CompensationData> = {
  name: 'compensation_throw',
  bpmn: 'IntermediateThrowEvent:Compensate',
  reads: [],
  compile: readCompensation,
  check(plan, node) {
    plan.checkUndoes(node, node.data.undoes)
  },
  ...undoing<CompensationData>({
    only: (node) => node.data.undoes,
    then: (step, node, arrival) => step.leave(node, arrival),
  }),
}
