import type { Kind } from '#engine/elements/kind'
import { BEGINNING, interruptsScope } from '#engine/elements/shared/beginning'
import type { CaughtCode } from '#engine/runtime/hearer'

/** An event subprocess begins by an escalation out of the scope around it. */
export const escalationStart: Kind<CaughtCode> = {
  ...BEGINNING,
  name: 'escalation_start',
  bpmn: 'StartEvent:Escalation',
  passive: true,
  compile(reader) {
    if (!reader.inEventSubProcess()) reader.problem('START_ONLY_INSIDE')
    return { code: reader.escalationCode(), interrupts: interruptsScope(reader) }
  },
  enter: () => undefined,
}
