import type { Kind } from '#engine/elements/kind'
import { type SendData, readSend, sendMessage } from '#engine/elements/shared/send'

/** Sends a message to another case of the town, and goes on. */
export const messageThrow: Kind<SendData> = {
  name: 'message_throw',
  bpmn: 'IntermediateThrowEvent:Message',
  reads: ['correlation'],
  compile: readSend,
  enter(step, node, arrival) {
    if (sendMessage(step, node, arrival)) step.leave(node, arrival)
  },
}
