import type { Kind } from '#engine/elements/kind'
import {
  type Escalation,
  checkEscalation,
  escalate,
  escalates,
  readEscalation,
} from '#engine/elements/shared/escalation'

/** Lets those above know, and goes on. */
export const escalationThrow: Kind<Escalation> = {
  name: 'escalation_throw',
  bpmn: 'IntermediateThrowEvent:Escalation',
  reads: [],
  compile: readEscalation,
  throws: escalates,
  check: checkEscalation,
  enter(step, node, arrival) {
    if (escalate(step, node, arrival)) step.leave(node, arrival)
  },
}
