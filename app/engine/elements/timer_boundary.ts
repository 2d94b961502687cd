import type { Kind } from '#engine/elements/kind'
import { type TimerData, comeAgain, readTimer, startTimer } from '#engine/elements/shared/timer'
import { fire } from '#engine/runtime/fire'

/** A term that runs while a task is open: it ends the task, or (not interrupting) opens a branch, once or again and again. */
export const timerBoundary: Kind<TimerData & { interrupts: boolean }> = {
  name: 'timer_boundary',
  bpmn: 'BoundaryEvent:Timer',
  reads: ['suspends', 'unhurried', 'attachedToRef', 'cancelActivity'],
  compile(reader) {
    const interrupts = reader.interrupts()
    return { ...readTimer(reader, { mayComeAgain: !interrupts }), interrupts }
  },
  enter: startTimer,
  resume(step, node, arrival) {
    const left = step.state.tokens[arrival.key]?.left
    fire(step, node, arrival, node.data.interrupts)
    if (!node.data.interrupts && arrival.host)
      comeAgain(step, node, { host: arrival.host, scope: arrival.scope }, left)
  },
}
