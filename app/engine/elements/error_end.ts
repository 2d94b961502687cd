import type { Kind } from '#engine/elements/kind'
import { raise } from '#engine/runtime/raise'

/** Throws a business error out of the subprocess it stands in, to an error boundary event outside. */
export const errorEnd: Kind<{ error: string | null }> = {
  name: 'error_end',
  bpmn: 'EndEvent:Error',
  reads: [],
  place: 'end',
  compile(reader) {
    const error = reader.errorCode()
    if (error === null) reader.problem('ERROR_WITHOUT_CODE')
    return { error }
  },
  check(plan, node) {
    if (node.data.error !== null && !plan.catches(node, 'error', node.data.error))
      plan.problem('ERROR_UNCAUGHT', node.id, { error: node.data.error })
  },
  enter(step, node, arrival) {
    const code = node.data.error ?? ''
    const caught = raise(step, 'error', code, { scope: arrival.scope })
    if (caught === 'uncaught') step.stall(node, arrival, 'error_uncaught', code)
  },
}
