import type { Kind } from '#engine/elements/kind'
import { type Mapping, inputsOf, keepOutputs } from '#engine/runtime/values'

interface CallData {
  /** The slug of the procedure. */
  process: string
  inputs: Mapping[]
  outputs: Mapping[]
}

/** Another procedure of the town is carried as a case of its own; this one waits for its end. */
export const callActivity: Kind<CallData> = {
  name: 'call_activity',
  bpmn: 'CallActivity',
  reads: ['calledElement'],
  compile(reader) {
    const process = reader.text('calledElement')
    if (!process) reader.problem('CALL_MISSING')
    else if (!reader.knows('processes', process)) reader.problem('CALL_UNKNOWN', { process })
    return { process: process ?? '', inputs: reader.inputs(), outputs: reader.outputs() }
  },
  // whatever leaves the other procedure
  throws: () => null,
  enter(step, node, arrival) {
    this.issue?.(step, node, arrival.key, arrival)
    step.wait(node, arrival, { waits: 'call' })
  },
  issue(step, node, key, where) {
    const { process, inputs } = node.data
    const variables = inputsOf(step, inputs, { ...where, key })
    step.command({ type: 'call', key, element: node.id, process, variables })
  },
  resume(step, node, arrival, result) {
    keepOutputs(step, node.data.outputs, result, arrival)
    step.leave(node, arrival)
  },
}
