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
    else if (!reader.parent) reader.problem('ERROR_UNCAUGHT', { error })
    return { error }
  },
  enter(step, node, arrival) {
    const code = node.data.error ?? ''
    if (!raise(step, arrival.scope, code)) step.stall(node, arrival, 'error_uncaught', code)
  },
}
