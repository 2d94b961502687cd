import type { Kind } from '#engine/elements/kind'
import type { Role } from '#engine/reading/roles'

/** A person does something outside, and says when it is done: there is no form to fill in. */
export const manualTask: Kind<null> = {
  name: 'manual_task',
  bpmn: 'ManualTask',
  reads: [],
  compile(reader) {
    reader.roleOfTask()
    // a citizen's page is a form: there is nowhere to say that something is done
    if (reader.role === 'citizen') reader.problem('MANUAL_OF_CITIZEN')
    return null
  },
  throws: () => null,
  enter(step, node, arrival) {
    this.issue?.(step, node, arrival.key, arrival)
    step.wait(node, arrival, { waits: 'task' })
  },
  issue: (step, { id, role }, key) =>
    step.command({ type: 'task', key, element: id, form: '', role: role as Role }),
  resume: (step, node, arrival) => step.leave(node, arrival),
}
