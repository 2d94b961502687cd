import type { Kind } from '#engine/elements/kind'

export interface EndData {
  outcome: string | null
}

/** A branch ends; the case does when it was the last. The last outcome reached is the outcome of the case. */
export const endEvent: Kind<EndData> = {
  name: 'end_event',
  bpmn: 'EndEvent',
  reads: ['outcome'],
  place: 'end',
  compile: (reader) => ({ outcome: reader.text('outcome') }),
  enter(step, node, arrival) {
    step.state.outcome = node.data.outcome ?? step.state.outcome
    step.leave(node, arrival)
  },
}
