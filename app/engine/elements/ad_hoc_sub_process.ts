import type { Kind } from '#engine/elements/kind'
import type { Expression } from '#engine/feel'
import { seenBy } from '#engine/runtime/seen'
import { busy } from '#engine/runtime/tokens'
import { holdsByNow } from '#engine/runtime/holds'

export interface AdHocData {
  /** What can be begun in it: the elements that no flow leads to. */
  choices: string[]
  /** One at a time. */
  sequential: boolean
  /** With it true it ends by itself; without it a person closes it. */
  until: Expression | null
  /** Ending by itself gives up what is still open in it. */
  cancels: boolean
}

/** Steps that a person begins as they see fit: any of them, in any order, as often as needed. */
export const adHocSubProcess: Kind<AdHocData> = {
  name: 'ad_hoc_sub_process',
  bpmn: 'AdHocSubProcess',
  reads: [
    'flowElements',
    'laneSets',
    'artifacts',
    'ordering',
    'completionCondition',
    'cancelRemainingInstances',
  ],
  compile(reader) {
    const until = reader.body(reader.element, 'completionCondition')
    const choices = reader.choicesInside()
    if (choices.length === 0) reader.problem('AD_HOC_EMPTY')
    return {
      choices,
      sequential: reader.element.get('ordering') === 'Sequential',
      until: until ? reader.expression(until, { expects: 'boolean' }) : null,
      cancels: reader.element.get('cancelRemainingInstances') !== false,
    }
  },
  enter(step, node, arrival) {
    this.issue?.(step, node, arrival.key)
    step.open(node, arrival, 'choice')
  },
  issue: (step, { id, data }, key) =>
    step.command({ type: 'offer', key, element: id, choices: data.choices }),
  release(step, node, { key = '', scope }) {
    const { until, cancels } = node.data
    if (!until || holdsByNow(step, key, until) !== true) return false
    if (!cancels && busy(step.state, key)) return false
    step.command({ type: 'cancel', key })
    const arrival = { ...step.state.tokens[key], key, scope }
    step.leave(node, arrival, node.outgoing, seenBy(step, [until], arrival))
    return true
  },
  // a person closes it; what is still open in it has to be done first
  resume(step, node, arrival) {
    if (!busy(step.state, arrival.key)) step.leave(node, arrival)
  },
}
