import type { Kind } from '#engine/elements/kind'
import { type MessageData, awaitMessage, readMessage } from '#engine/elements/shared/message'
import { fire } from '#engine/runtime/fire'
import { keepOutputs } from '#engine/runtime/values'

/** A message catch drawn as a task, so that boundary events can sit on it. */
export const receiveTask: Kind<MessageData> = {
  name: 'receive_task',
  bpmn: 'ReceiveTask',
  reads: ['messageRef', 'correlation'],
  compile: readMessage,
  enter: awaitMessage,
  resume(step, node, arrival, result) {
    keepOutputs(step, node.data.outputs, result, arrival)
    fire(step, node, arrival, true)
  },
}
