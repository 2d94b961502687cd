import { type EndData, endEvent } from '#engine/elements/end_event'
import type { Kind } from '#engine/elements/kind'
import { type SendData, readSend, sendMessage } from '#engine/elements/shared/send'

/** A branch ends with a message to another case of the town. */
export const messageEnd: Kind<SendData & EndData> = {
  name: 'message_end',
  bpmn: 'EndEvent:Message',
  reads: ['correlation', 'outcome'],
  place: 'end',
  compile: (reader) => ({ ...readSend(reader), ...endEvent.compile(reader) }),
  enter(step, node, arrival) {
    if (sendMessage(step, node, arrival)) endEvent.enter(step, node, arrival)
  },
}
