import type { Kind } from '#engine/elements/kind'

/** A part of the process that begins and ends as one, so that an event can end all of it. */
export const subProcess: Kind<{ start: string }> = {
  name: 'sub_process',
  bpmn: 'SubProcess',
  reads: ['flowElements', 'laneSets', 'artifacts', 'triggeredByEvent'],
  compile: (reader) => ({ start: reader.startInside() }),
  enter(step, node, arrival) {
    step.wait(node, arrival, { waits: 'inside' })
    step.send(node.data.start, arrival.key)
  },
  resume: (step, node, arrival) => step.leave(node, arrival),
}
