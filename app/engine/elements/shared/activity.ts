import type { Kind } from '#engine/elements/kind'
import { type Mapping, inputsOf, keepOutputs } from '#engine/runtime/values'

export interface ActivityData {
  activity: string
  retries: number
  inputs: Mapping[]
  outputs: Mapping[]
}

const RETRIES = 3
const MOST_RETRIES = 20

/** What service and send tasks share: an office carries out an activity, called by its name. */
export const activity: Omit<Kind<ActivityData>, 'name' | 'bpmn'> = {
  reads: ['activity', 'retries'],
  compile(reader) {
    const name = reader.text('activity')
    if (!name) reader.problem('ACTIVITY_MISSING')
    else if (!reader.knows('activities', name)) reader.problem('ACTIVITY_UNKNOWN', { activity: name })
    const retries = Number(reader.text('retries') ?? RETRIES)
    if (!Number.isInteger(retries) || retries < 0 || retries > MOST_RETRIES) {
      reader.problem('RETRIES_UNUSABLE', { most: MOST_RETRIES })
    }
    return { activity: name ?? '', retries, inputs: reader.inputs(), outputs: reader.outputs() }
  },
  throws({ data }, what, { errors }) {
    if (what === 'escalation') return []
    return errors ? (errors[data.activity] ?? []) : null
  },
  enter(step, node, arrival) {
    this.issue?.(step, node, arrival.key, arrival)
    step.wait(node, arrival, { waits: 'activity' })
  },
  issue(step, node, key, where) {
    const { activity: name, inputs, retries } = node.data
    const input = inputsOf(step, inputs, { ...where, key })
    step.command({ type: 'activity', key, element: node.id, activity: name, input, retries })
  },
  resume(step, node, arrival, result) {
    keepOutputs(step, node.data.outputs, result, arrival)
    step.leave(node, arrival)
  },
}
