import type { Kind } from '#engine/elements/kind'
import {
  BEGINNING,
  type BeginningData,
  enterBeginning,
  happen,
  interruptsScope,
} from '#engine/elements/shared/beginning'
import { type SignalData, awaitSignal, readSignal } from '#engine/elements/shared/signal'
import { keepOutputs } from '#engine/runtime/values'

/** A case begins by a signal, or an event subprocess by one that comes meanwhile. */
export const signalStart: Kind<SignalData & BeginningData> = {
  ...BEGINNING,
  name: 'signal_start',
  bpmn: 'StartEvent:Signal',
  compile: (reader) => ({ ...readSignal(reader), interrupts: interruptsScope(reader) }),
  enter: (step, node, arrival) => enterBeginning(step, node, arrival, awaitSignal),
  resume(step, node, arrival, result) {
    keepOutputs(step, node.data.outputs, result, arrival)
    happen(step, node, arrival)
  },
}
