import { type EndData, endEvent } from '#engine/elements/end_event'
import type { Kind } from '#engine/elements/kind'
import {
  type Escalation,
  checkEscalation,
  escalate,
  escalates,
  readEscalation,
} from '#engine/elements/shared/escalation'

/** A branch ends by letting those above know. */
export const escalationEnd: Kind<Escalation & EndData> = {
  name: 'escalation_end',
  bpmn: 'EndEvent:Escalation',
  reads: ['outcome'],
  place: 'end',
  compile: (reader) => ({ ...readEscalation(reader), ...endEvent.compile(reader) }),
  throws: escalates,
  check: checkEscalation,
  enter(step, node, arrival) {
    if (escalate(step, node, arrival)) endEvent.enter(step, node, arrival)
  },
}
