import { type EndData, endEvent } from '#engine/elements/end_event'
import type { Kind } from '#engine/elements/kind'
import { type CompensationData, readCompensation, undoing } from '#engine/elements/shared/compensation'

/** A branch ends once what was completed in its scope is undone. */
export const compensationEnd: Kind<CompensationData & EndData> = {
  name: 'compensation_end',
  bpmn: 'EndEvent:Compensate',
  reads: ['outcome'],
  place: 'end',
  compile: (reader) => ({ ...readCompensation(reader), ...endEvent.compile(reader) }),
  check(plan, node) {
    plan.checkUndoes(node, node.data.undoes)
  },
  ...undoing<CompensationData & EndData>({
    only: (node) => node.data.undoes,
    then: (step, node, arrival) => endEvent.enter(step, node, arrival),
  }),
}
