import type { Kind } from '#engine/elements/kind'
import type { Role } from '#engine/reading/roles'
import { type Mapping, inputsOf, keepOutputs } from '#engine/runtime/values'

interface UserTaskData {
  form: string
  inputs: Mapping[]
  outputs: Mapping[]
}

/** A person with the role of the lane fills in a form. */
export const userTask: Kind<UserTaskData> = {
  name: 'user_task',
  bpmn: 'UserTask',
  reads: ['form'],
  compile(reader) {
    const form = reader.text('form')
    if (!form) reader.problem('FORM_MISSING')
    else if (!reader.knows('forms', form)) reader.problem('FORM_UNKNOWN', { form })
    reader.roleOfTask()
    return { form: form ?? '', inputs: reader.inputs(), outputs: reader.outputs() }
  },
  // officers report what they meet; a citizen only has the form
  throws: ({ role }) => (role === 'citizen' ? [] : null),
  enter(step, node, arrival) {
    this.issue?.(step, node, arrival.key, arrival)
    step.wait(node, arrival, { waits: 'task' })
  },
  issue(step, node, key, where) {
    const { form, inputs } = node.data
    const variables = inputsOf(step, inputs, { ...where, key })
    step.command({
      type: 'task',
      key,
      element: node.id,
      form,
      role: node.role as Role,
      ...(inputs.length > 0 && { variables }),
    })
  },
  resume(step, node, arrival, result) {
    keepOutputs(step, node.data.outputs, result, arrival)
    step.leave(node, arrival)
  },
}
