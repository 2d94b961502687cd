import type { Kind } from '#engine/elements/kind'
import {
  BEGINNING,
  type BeginningData,
  enterBeginning,
  happen,
  interruptsScope,
} from '#engine/elements/shared/beginning'
import { type MessageData, awaitMessage, readMessage } from '#engine/elements/shared/message'
import { keepOutputs } from '#engine/runtime/values'

/** A case begins by a message without anybody filing, or an event subprocess by one that comes meanwhile. */
export const messageStart: Kind<MessageData & BeginningData> = {
  ...BEGINNING,
  name: 'message_start',
  bpmn: 'StartEvent:Message',
  reads: ['isInterrupting', 'correlation'],
  compile: (reader) => ({ ...readMessage(reader), interrupts: interruptsScope(reader) }),
  enter: (step, node, arrival) => enterBeginning(step, node, arrival, awaitMessage),
  resume(step, node, arrival, result) {
    keepOutputs(step, node.data.outputs, result, arrival)
    happen(step, node, arrival)
  },
}
