import type { Kind } from '#engine/elements/kind'
import { type TimerData, readTimer, startTimer } from '#engine/elements/shared/timer'
import { fire } from '#engine/runtime/fire'

/** The branch waits until a term is over or a date has come. */
export const timerCatch: Kind<TimerData> = {
  name: 'timer_catch',
  bpmn: 'IntermediateCatchEvent:Timer',
  reads: ['suspends', 'unhurried'],
  compile: (reader) => readTimer(reader),
  enter: startTimer,
  resume: (step, node, arrival) => fire(step, node, arrival, true),
}
