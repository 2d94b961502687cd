import type { Kind } from '#engine/elements/kind'
import { type TimerData, readTimer, startTimer } from '#engine/elements/shared/timer'
import { fire } from '#engine/runtime/fire'

/** A term that runs while a task is open: it ends the task, or (not interrupting) only opens a branch, once. */
export const timerBoundary: Kind<TimerData & { interrupts: boolean }> = {
  name: 'timer_boundary',
  bpmn: 'BoundaryEvent:Timer',
  reads: ['suspends', 'attachedToRef', 'cancelActivity'],
  compile: (reader) => ({ ...readTimer(reader), interrupts: reader.interrupts() }),
  enter: startTimer,
  resume: (step, node, arrival) => fire(step, node, arrival, node.data.interrupts),
}
