import { problem } from '#core/diagnostic'
import { type Graph, placesAfter } from '#engine/index'
import { SHEET } from '#catalogue/domain/files'
import type { Check } from '#catalogue/domain/check/context'

/** What needs somebody: a folder to be notified in, or a payer. */
const NEED_SOMEBODY = new Set(['notifications.notify', 'payments.request'])

/** A gateway that asks whether the filing is anonymous has been thought about: what follows is its author's. */
const asks = ({ flows }: Graph, outgoing: string[]): boolean =>
  outgoing.some((id) => flows[id]?.condition?.variables.includes('anonymous'))

/** The elements that a case comes to without having been asked whether it is anonymous. */
function unasked(graph: Graph): Set<string> {
  const reached = new Set([graph.start, ...(graph.events[''] ?? [])])
  // A set also gives what is added while it is walked.
  for (const id of reached) {
    const onwards = graph.nodes[id]?.outgoing.map((flow) => graph.flows[flow]?.target) ?? []
    const passed = asks(graph, graph.nodes[id]?.outgoing ?? []) ? onwards : []
    for (const next of placesAfter(graph, id)) if (!passed.includes(next)) reached.add(next)
  }
  return reached
}

/**
 * Whether it may be filed anonymously is left to each town. What may be notifies nobody, and asks nobody to pay, before it has asked whether there is somebody
 * (Law 39/2015, art. 40.1: the interested parties are notified).
 */
export const checkAnonymous: Check = ({ sheet, seams, facts, graph, process: { file } }) => {
  if (sheet.signInLevel !== 'none') return []
  const left = seams.some(({ id, kind }) => id === 'anonymous' && kind === 'yes_no')
  const reached = unasked(graph)
  const nobody = facts.activities
    .filter(({ activity, element }) => NEED_SOMEBODY.has(activity) && reached.has(element))
    .map(({ activity, element }) =>
      problem('ANONYMOUS_NOBODY', { file, element, params: { activity, element } })
    )
  return left ? nobody : [problem('ANONYMOUS_NOT_LEFT', { file: SHEET, pointer: '/signInLevel' }), ...nobody]
}
