import type { EndData } from '#engine/elements/end_event'
import type { Kind } from '#engine/elements/kind'

/** Ends the whole process, or the subprocess it stands in, with every branch that is still open. */
export const terminateEnd: Kind<EndData> = {
  name: 'terminate_end',
  bpmn: 'EndEvent:Terminate',
  reads: ['outcome'],
  place: 'end',
  compile: (reader) => ({ outcome: reader.text('outcome') }),
  enter(step, node, arrival) {
    step.state.outcome = node.data.outcome ?? step.state.outcome
    step.clear(arrival.scope)
    step.leave(node, arrival)
  },
}
