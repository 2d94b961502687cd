import { endEvent, type EndData } from '#engine/elements/end_event'
import type { Kind } from '#engine/elements/kind'
import { type ThrownSignal, readThrownSignal, throwSignal } from '#engine/elements/shared/signal'

/** A branch ends by telling every case that listens. */
export const signalEnd: Kind<ThrownSignal & EndData> = {
  name: 'signal_end',
  bpmn: 'EndEvent:Signal',
  reads: ['outcome'],
  place: 'end',
  compile: (reader) => ({ ...readThrownSignal(reader), ...endEvent.compile(reader) }),
  enter(step, node, arrival) {
    if (throwSignal(step, node, arrival)) endEvent.enter(step, node, arrival)
  },
}
