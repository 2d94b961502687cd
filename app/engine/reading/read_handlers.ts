import { is, one } from '#engine/reading/bpmn'
import type { Collected } from '#engine/reading/collect'
import type { Report } from '#engine/reading/report'
import type { Node } from '#engine/graph'

/** Ties each activity to the handler that undoes it, by its compensation event and the dotted line from that. */
export function tieHandlers(
  collected: Collected,
  nodes: ReadonlyMap<string, Node>,
  out: Report
): Map<string, string> {
  const handlers = new Map<string, string>()
  for (const line of collected.associations) {
    const [from, to] = [one(line, 'sourceRef'), one(line, 'targetRef')]
    if (from?.id && to?.id && nodes.get(from.id)?.kind === 'compensation_boundary')
      handlers.set(from.id, to.id)
  }
  const meant = new Set(handlers.values())
  for (const { element } of collected.nodes) {
    const marked = is(element, 'bpmn:Activity') && element.get('isForCompensation') === true
    const node = nodes.get(element.id)
    const flows = (node?.incoming.length ?? 0) + (node?.outgoing.length ?? 0)
    if (marked && !meant.has(element.id)) out.problem('HANDLER_UNTIED', element)
    if (meant.has(element.id) && (!marked || flows > 0)) out.problem('HANDLER_IN_FLOW', element)
  }
  for (const node of nodes.values()) {
    const border = node.boundaries.find((id) => handlers.has(id))
    if (!border) continue
    const undoneBy = handlers.get(border) as string
    node.undoneBy = undoneBy
    const handler = collected.nodes.find(({ element }) => element.id === undoneBy)
    if (handler && handler.scope !== node.scope)
      out.problem('HANDLER_ELSEWHERE', handler.element, { activity: node.id })
  }
  return handlers
}
