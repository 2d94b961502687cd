import type { Kind } from '#engine/elements/kind'
import { type Mapping, keepOutputs } from '#engine/runtime/values'

/** Works values out: each output is an expression over the variables. No script of any language is run. */
export const expressionTask: Kind<{ outputs: Mapping[] }> = {
  name: 'expression_task',
  bpmn: 'ScriptTask',
  reads: ['scriptFormat', 'script'],
  compile(reader) {
    const format = reader.text('scriptFormat')
    const outputs = reader.outputs()
    if (reader.text('script') || (format && format.toLowerCase() !== 'feel')) reader.problem('REFUSED_SCRIPT')
    else if (outputs.length === 0) reader.problem('EXPRESSION_TASK_EMPTY')
    return { outputs }
  },
  enter(step, node, arrival) {
    keepOutputs(step, node.data.outputs, null, arrival)
    step.leave(node, arrival)
  },
}
