import type { Kind } from '#engine/elements/kind'
import { type SignalData, awaitSignal, readSignal } from '#engine/elements/shared/signal'
import { fire } from '#engine/runtime/fire'
import { keepOutputs } from '#engine/runtime/values'

/** A signal that may come while a task or subprocess is open: it ends it, or opens a branch each time. */
export const signalBoundary: Kind<SignalData & { interrupts: boolean }> = {
  name: 'signal_boundary',
  bpmn: 'BoundaryEvent:Signal',
  reads: ['attachedToRef', 'cancelActivity'],
  compile: (reader) => ({ ...readSignal(reader), interrupts: reader.interrupts() }),
  enter: awaitSignal,
  resume(step, node, arrival, result) {
    keepOutputs(step, node.data.outputs, result, arrival)
    fire(step, node, arrival, node.data.interrupts)
    if (!node.data.interrupts) step.watch(node.id, { host: arrival.host, scope: arrival.scope })
  },
}
