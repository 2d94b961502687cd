import type { Graph } from '#engine/index'
import { processFacts } from '#catalogue/domain/process_facts'
import { OF_THE_FILING } from '#catalogue/domain/vocabulary'

/** Offices whose results are legal facts: what was signed, paid, registered, notified or told by a register. */
const OFFICES = [
  'documents.',
  'exchange.',
  'fees.',
  'notifications.',
  'payments.',
  'registry.',
  'signatures.',
]

/** The messages by which such an office answers: whoever was asked is waited for. */
export const FROZEN_MESSAGES = [
  'notification_attempted',
  'notification_practised',
  'payment_ended',
  'signature_ended',
]

/** The variables of a process that hold legal facts: no plan may give them another value. */
export function frozenVariables(graph: Graph): Set<string> {
  const { activities, messages } = processFacts(graph)
  const legal = activities.filter(({ activity }) => OFFICES.some((office) => activity.startsWith(office)))
  const heard = messages.filter(({ message }) => FROZEN_MESSAGES.includes(message))
  const told = heard.map(({ element }) => graph.nodes[element]?.data as { outputs?: { name: string }[] })
  const outputs = [...legal, ...told].flatMap((one) => one?.outputs ?? [])
  return new Set([...OF_THE_FILING, ...outputs.map(({ name }) => name)])
}
