import type { Kind } from '#engine/elements/kind'
import { type ThrownSignal, readThrownSignal, throwSignal } from '#engine/elements/shared/signal'

/** Tells every case that listens, this one first, and goes on. */
export const signalThrow: Kind<ThrownSignal> = {
  name: 'signal_throw',
  bpmn: 'IntermediateThrowEvent:Signal',
  reads: [],
  compile: readThrownSignal,
  enter(step, node, arrival) {
    if (throwSignal(step, node, arrival)) step.leave(node, arrival)
  },
}
