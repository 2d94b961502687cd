import type { Kind } from '#engine/elements/kind'
import { type SignalData, awaitSignal, readSignal } from '#engine/elements/shared/signal'
import { fire } from '#engine/runtime/fire'
import { keepOutputs } from '#engine/runtime/values'

/** The branch waits for something that is told to every case that listens. */
export const signalCatch: Kind<SignalData> = {
  name: 'signal_catch',
  bpmn: 'IntermediateCatchEvent:Signal',
  reads: [],
  compile: readSignal,
  enter: awaitSignal,
  resume(step, node, arrival, result) {
    keepOutputs(step, node.data.outputs, result, arrival)
    fire(step, node, arrival, true)
  },
}
