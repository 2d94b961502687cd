import type { AnyKind, Arrival } from '#engine/elements/kind'
import type { Node } from '#engine/graph'
import type { Reader } from '#engine/reading/reader'
import { beginPart } from '#engine/runtime/begin_part'
import type { Step } from '#engine/runtime/step'
import { type Mapping, keepOutputs } from '#engine/runtime/values'

/** What every start event that waits for something has in common. */
export interface BeginningData {
  /** In an event subprocess: whether it ends what else runs in the scope around it. */
  interrupts: boolean
}

export const BEGINNING = {
  reads: ['isInterrupting'],
  place: 'start',
} as const satisfies Partial<AnyKind>

export function interruptsScope(reader: Reader): boolean {
  const interrupts = reader.element.get('isInterrupting') !== false
  // at the top nothing runs yet that it could leave alone
  if (!interrupts && !reader.inEventSubProcess())
    reader.problem('REFUSED_PROPERTY', { property: 'isInterrupting' })
  return interrupts
}

/** At the top a case begins by it; in an event subprocess it waits, and begins that when it happens. */
export function enterBeginning<Data>(
  step: Step,
  node: Node<Data>,
  arrival: Arrival,
  wait: (step: Step, node: Node<Data>, arrival: Arrival) => void
): void {
  if (arrival.starter) return wait(step, node, arrival)
  // What a message or a signal brought came with the start.
  const { outputs = [] } = node.data as { outputs?: Mapping[] }
  if (step.event.type === 'start') keepOutputs(step, outputs, step.event.variables, arrival)
  step.leave(node, arrival)
}

/** Begins the event subprocess; one that interrupts nothing can begin again. */
export function happen(step: Step, node: Node<BeginningData>, arrival: Arrival): void {
  const { interrupts } = node.data
  beginPart(step, node, arrival, interrupts)
  if (!interrupts) step.watch(node.id, { scope: arrival.scope, starter: true })
}
