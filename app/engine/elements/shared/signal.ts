import type { Arrival } from '#engine/elements/kind'
import type { Node } from '#engine/graph'
import type { Reader } from '#engine/reading/reader'
import { resume } from '#engine/runtime/attempt'
import type { Step } from '#engine/runtime/step'
import { tokensByAge } from '#engine/runtime/tokens'
import { type Mapping, inputsOf } from '#engine/runtime/values'
import type { Json } from '#core/json'

/** A signal that is listened to, and what is kept of what it brings. */
export interface SignalData {
  signal: string
  outputs: Mapping[]
}

export function readSignal(reader: Reader): SignalData {
  return { signal: signalName(reader), outputs: reader.outputs() }
}

export function signalName(reader: Reader): string {
  const signal = reader.signalName()
  if (!signal) reader.problem('SIGNAL_MISSING')
  return signal ?? ''
}

/** Listens, and lets the token wait for the signal. */
export function awaitSignal(step: Step, node: Node<SignalData>, arrival: Arrival): void {
  const { signal } = node.data
  step.command({ type: 'listen', key: arrival.key, element: node.id, signal })
  step.wait(node, arrival, { waits: 'signal', signal })
}

/** A signal that is thrown, and what it brings. */
export interface ThrownSignal {
  signal: string
  inputs: Mapping[]
}

export const readThrownSignal = (reader: Reader): ThrownSignal => ({
  signal: signalName(reader),
  inputs: reader.inputs(),
})

/** Tells every listener of this case, and orders that the others be told; false when the thrower was ended by it. */
export function throwSignal(step: Step, node: Node<ThrownSignal>, arrival: Arrival): boolean {
  const { signal, inputs } = node.data
  const payload = inputsOf(step, inputs, arrival)
  step.command({ type: 'signal', key: arrival.key, element: node.id, signal, payload })
  // it stands there while it throws, so that what it ends can end it, too
  step.wait(node, arrival, { waits: 'again' })
  deliverSignal(step, signal, payload, { heardInside: true })
  return Object.hasOwn(step.state.tokens, arrival.key)
}

/**
 * Those who listen now hear it, each once; what begins to listen by it doesn't. False when nobody did. What is
 * heard inside the case, those outside can't know: they need not listen for it any longer.
 */
export function deliverSignal(
  step: Step,
  name: string,
  payload: Json,
  { key, heardInside = false }: { key?: string; heardInside?: boolean } = {}
): boolean {
  const listening = tokensByAge(step.state).filter(
    ([own, token]) =>
      token.waits === 'signal' &&
      token.signal === name &&
      token.brought === undefined &&
      (key === undefined || key === own)
  )
  for (const [own, token] of listening) {
    if (!Object.hasOwn(step.state.tokens, own)) continue
    if (heardInside) step.command({ type: 'cancel', key: own })
    resume(step, own, token, payload)
  }
  return listening.length > 0
}
