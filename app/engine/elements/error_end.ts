import type { EndData } from '#engine/elements/end_event'
import type { Kind } from '#engine/elements/kind'
import { raise } from '#engine/runtime/raise'

interface ErrorEndData extends EndData {
  error: string | null
}

/**
 * Throws a business error out of what it stands in, to an error event outside. With an outcome it leaves the process: the
 * case ends so, and one that had called it has the error.
 */
export const errorEnd: Kind<ErrorEndData> = {
  name: 'error_end',
  bpmn: 'EndEvent:Error',
  reads: ['outcome'],
  place: 'end',
  compile(reader) {
    const error = reader.errorCode()
    if (error === null) reader.problem('ERROR_WITHOUT_CODE')
    return { error, outcome: reader.text('outcome') }
  },
  throws: ({ data }, what) => (what === 'error' && data.error !== null ? [data.error] : []),
  check(plan, node) {
    const { error, outcome } = node.data
    if (error === null) return
    const caught = plan.catches(node, 'error', error)
    if (!caught && outcome === null) plan.problem('ERROR_UNCAUGHT', node.id, { error })
    if (caught && outcome !== null) plan.problem('ERROR_STAYS', node.id, { error })
  },
  enter(step, node, arrival) {
    const { error, outcome } = node.data
    const code = error ?? ''
    if (raise(step, 'error', code, { scope: arrival.scope }) !== 'uncaught') return
    if (outcome === null) return step.stall(node, arrival, 'error_uncaught', code)
    step.state.outcome = outcome
    step.state.error = code
    step.leave(node, arrival)
    step.clear()
  },
}
