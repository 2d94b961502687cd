import type { Kind } from '#engine/elements/kind'
import { type MessageData, awaitMessage, readMessage } from '#engine/elements/shared/message'
import { fire } from '#engine/runtime/fire'
import { keepOutputs } from '#engine/runtime/values'

/** A message that may come while a task or subprocess is open: it ends it, or opens a branch each time. */
export const messageBoundary: Kind<MessageData & { interrupts: boolean }> = {
  name: 'message_boundary',
  bpmn: 'BoundaryEvent:Message',
  reads: ['correlation', 'attachedToRef', 'cancelActivity'],
  compile: (reader) => ({ ...readMessage(reader), interrupts: reader.interrupts() }),
  enter: awaitMessage,
  resume(step, node, arrival, result) {
    keepOutputs(step, node.data.outputs, result, arrival)
    fire(step, node, arrival, node.data.interrupts)
    // under a new key, so that the same delivery twice still opens one branch
    if (!node.data.interrupts && arrival.host)
      step.watch(node.id, { host: arrival.host, scope: arrival.scope })
  },
}
