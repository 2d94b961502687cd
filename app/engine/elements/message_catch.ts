import type { Kind } from '#engine/elements/kind'
import { type MessageData, awaitMessage, readMessage } from '#engine/elements/shared/message'
import { fire } from '#engine/runtime/fire'
import { keepOutputs } from '#engine/runtime/values'

/** The branch waits for something that arrives from outside it. */
export const messageCatch: Kind<MessageData> = {
  name: 'message_catch',
  bpmn: 'IntermediateCatchEvent:Message',
  reads: ['correlation'],
  compile: readMessage,
  enter: awaitMessage,
  resume(step, node, arrival, result) {
    keepOutputs(step, node.data.outputs, result, arrival)
    fire(step, node, arrival, true)
  },
}
