import type { Kind } from '#engine/elements/kind'
import type { CaughtCode } from '#engine/runtime/hearer'

/** Hears of an escalation out of the task or subprocess it sits on: it ends it, or opens a branch each time. */
export const escalationBoundary: Kind<CaughtCode> = {
  name: 'escalation_boundary',
  bpmn: 'BoundaryEvent:Escalation',
  reads: ['attachedToRef', 'cancelActivity'],
  passive: true,
  compile: (reader) => ({ code: reader.escalationCode(), interrupts: reader.interrupts() }),
  // it is looked for when something is escalated; no token ever comes to it
  enter: () => undefined,
}
