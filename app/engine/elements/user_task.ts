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
    if (!reader.role) reader.problem('TASK_WITHOUT_ROLE')
    else if (reader.role === 'system') reader.problem('TASK_OF_SYSTEM')
    return { form: form ?? '', inputs: reader.inputs(), outputs: reader.outputs() }
  },
  enter(step, node, arrival) {
    this.issue?.(step, node, arrival.key)
    step.wait(node, arrival, { waits: 'task' })
  },
  issue(step, node, key) {
    const { form, inputs } = node.data
    const variables = inputsOf(step, inputs)
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
    keepOutputs(step, node.data.outputs, result)
    step.leave(node, arrival)
  },
}
