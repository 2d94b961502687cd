import { endEvent } from '#engine/elements/end_event'
import { errorBoundary } from '#engine/elements/error_boundary'
import { errorEnd } from '#engine/elements/error_end'
import { eventGateway } from '#engine/elements/event_gateway'
import { exclusiveGateway } from '#engine/elements/exclusive_gateway'
import type { AnyKind } from '#engine/elements/kind'
import { messageBoundary } from '#engine/elements/message_boundary'
import { messageCatch } from '#engine/elements/message_catch'
import { parallelGateway } from '#engine/elements/parallel_gateway'
import { receiveTask } from '#engine/elements/receive_task'
import { sendTask } from '#engine/elements/send_task'
import { serviceTask } from '#engine/elements/service_task'
import { startEvent } from '#engine/elements/start_event'
import { subProcess } from '#engine/elements/sub_process'
import { terminateEnd } from '#engine/elements/terminate_end'
import { timerBoundary } from '#engine/elements/timer_boundary'
import { timerCatch } from '#engine/elements/timer_catch'
import { userTask } from '#engine/elements/user_task'
import type { Node } from '#engine/graph'

/** Everything the engine executes. */
export const KINDS: readonly AnyKind[] = [
  startEvent,
  endEvent,
  terminateEnd,
  errorEnd,
  userTask,
  serviceTask,
  sendTask,
  receiveTask,
  exclusiveGateway,
  parallelGateway,
  eventGateway,
  timerCatch,
  messageCatch,
  timerBoundary,
  messageBoundary,
  errorBoundary,
  subProcess,
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
