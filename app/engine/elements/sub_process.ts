import type { Kind } from '#engine/elements/kind'

export interface SubProcessData {
  start: string
}

/** A part of the process that begins and ends as one, so that an event can end all of it. */
export const subProcess: Kind<SubProcessData> = {
  name: 'sub_process',
  bpmn: 'SubProcess',
  reads: ['flowElements', 'laneSets', 'artifacts', 'triggeredByEvent'],
  compile: (reader) => ({ start: reader.startInside() }),
  enter(step, node, arrival) {
    step.open(node, arrival)
    step.send(node.data.start, arrival.key)
  },
  resume: (step, node, arrival) => step.leave(node, arrival),
}
