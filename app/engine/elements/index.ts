import { adHocSubProcess } from '#engine/elements/ad_hoc_sub_process'
import { businessRuleTask } from '#engine/elements/business_rule_task'
import { callActivity } from '#engine/elements/call_activity'
import { cancelBoundary } from '#engine/elements/cancel_boundary'
import { cancelEnd } from '#engine/elements/cancel_end'
import { compensationBoundary } from '#engine/elements/compensation_boundary'
import { compensationEnd } from '#engine/elements/compensation_end'
import { compensationThrow } from '#engine/elements/compensation_throw'
import { conditionalBoundary } from '#engine/elements/conditional_boundary'
import { conditionalCatch } from '#engine/elements/conditional_catch'
import { conditionalStart } from '#engine/elements/conditional_start'
import { endEvent } from '#engine/elements/end_event'
import { errorBoundary } from '#engine/elements/error_boundary'
import { errorEnd } from '#engine/elements/error_end'
import { errorStart } from '#engine/elements/error_start'
import { escalationBoundary } from '#engine/elements/escalation_boundary'
import { escalationEnd } from '#engine/elements/escalation_end'
import { escalationStart } from '#engine/elements/escalation_start'
import { escalationThrow } from '#engine/elements/escalation_throw'
import { eventGateway } from '#engine/elements/event_gateway'
import { eventSubProcess } from '#engine/elements/event_sub_process'
import { exclusiveGateway } from '#engine/elements/exclusive_gateway'
import { expressionTask } from '#engine/elements/expression_task'
import { inclusiveGateway } from '#engine/elements/inclusive_gateway'
import type { AnyKind } from '#engine/elements/kind'
import { linkCatch } from '#engine/elements/link_catch'
import { linkThrow } from '#engine/elements/link_throw'
import { manualTask } from '#engine/elements/manual_task'
import { messageBoundary } from '#engine/elements/message_boundary'
import { messageCatch } from '#engine/elements/message_catch'
import { messageEnd } from '#engine/elements/message_end'
import { messageStart } from '#engine/elements/message_start'
import { messageThrow } from '#engine/elements/message_throw'
import { noneThrow } from '#engine/elements/none_throw'
import { parallelGateway } from '#engine/elements/parallel_gateway'
import { receiveTask } from '#engine/elements/receive_task'
import { sendTask } from '#engine/elements/send_task'
import { serviceTask } from '#engine/elements/service_task'
import { signalBoundary } from '#engine/elements/signal_boundary'
import { signalCatch } from '#engine/elements/signal_catch'
import { signalEnd } from '#engine/elements/signal_end'
import { signalStart } from '#engine/elements/signal_start'
import { signalThrow } from '#engine/elements/signal_throw'
import { startEvent } from '#engine/elements/start_event'
import { subProcess } from '#engine/elements/sub_process'
import { terminateEnd } from '#engine/elements/terminate_end'
import { timerBoundary } from '#engine/elements/timer_boundary'
import { timerCatch } from '#engine/elements/timer_catch'
import { timerStart } from '#engine/elements/timer_start'
import { transaction } from '#engine/elements/transaction'
import { userTask } from '#engine/elements/user_task'
import type { Node } from '#engine/graph'

/** Everything the engine executes. */
export const KINDS: readonly AnyKind[] = [
  startEvent,
  messageStart,
  timerStart,
  signalStart,
  conditionalStart,
  errorStart,
  escalationStart,
  endEvent,
  terminateEnd,
  errorEnd,
  messageEnd,
  signalEnd,
  escalationEnd,
  compensationEnd,
  cancelEnd,
  noneThrow,
  messageThrow,
  signalThrow,
  escalationThrow,
  linkThrow,
  compensationThrow,
  userTask,
  manualTask,
  serviceTask,
  sendTask,
  receiveTask,
  expressionTask,
  businessRuleTask,
  callActivity,
  exclusiveGateway,
  inclusiveGateway,
  parallelGateway,
  eventGateway,
  timerCatch,
  messageCatch,
  signalCatch,
  conditionalCatch,
  linkCatch,
  timerBoundary,
  messageBoundary,
  signalBoundary,
  conditionalBoundary,
  errorBoundary,
  escalationBoundary,
  compensationBoundary,
  cancelBoundary,
  subProcess,
  eventSubProcess,
  transaction,
  adHocSubProcess,
]

const byBpmn = new Map(KINDS.map((kind) => [kind.bpmn, kind]))
const byName = new Map(KINDS.map((kind) => [kind.name, kind]))

/** The kind that reads this BPMN element, by type and event definition; undefined when none executes it. */
export const kindFor = (bpmn: string): AnyKind | undefined => byBpmn.get(bpmn)

export function kindOf(node: Node): AnyKind {
  const kind = byName.get(node.kind)
  if (!kind) throw new Error(`this engine has no element kind ${node.kind}`)
  return kind
}
