import type { Kind } from '#engine/elements/kind'
import {
  BEGINNING,
  type BeginningData,
  enterBeginning,
  interruptsScope,
} from '#engine/elements/shared/beginning'
import { type TimerData, comeAgain, readTimer, startTimer } from '#engine/elements/shared/timer'
import { beginPart } from '#engine/runtime/begin_part'

/** A case begins on a date or again and again, or an event subprocess once a term of its scope is over. */
export const timerStart: Kind<TimerData & BeginningData> = {
  ...BEGINNING,
  name: 'timer_start',
  bpmn: 'StartEvent:Timer',
  reads: ['isInterrupting', 'suspends', 'unhurried'],
  compile(reader) {
    const interrupts = interruptsScope(reader)
    const inside = reader.inEventSubProcess()
    return { ...readTimer(reader, { mayComeAgain: !inside || !interrupts }), interrupts }
  },
  enter: (step, node, arrival) => enterBeginning(step, node, arrival, startTimer),
  resume(step, node, arrival) {
    const { interrupts } = node.data
    const left = step.state.tokens[arrival.key]?.left
    beginPart(step, node, arrival, interrupts)
    if (!interrupts) comeAgain(step, node, { scope: arrival.scope, starter: true }, left)
  },
}
