import { type BpmnElement, is, many } from '#engine/reading/bpmn'
import { refusalOf } from '#engine/reading/refusals'
import type { Report } from '#engine/reading/report'
import { reportUnsafeId } from '#engine/reading/safe_id'

export const MOST_ELEMENTS = 2000

export interface Placed {
  element: BpmnElement & { id: string }
  /** The subprocess around it. */
  scope: string | null
}

export interface Collected {
  nodes: Placed[]
  flows: Placed[]
  /** The dotted lines, of which those from a compensation event to its handler mean something. */
  associations: BpmnElement[]
}

/** All elements of a process and its subprocesses that can be executed; what can't be is reported. */
export function collect(process: BpmnElement, report: Report): Collected {
  const found: Collected = { nodes: [], flows: [], associations: [] }
  let count = 0
  const bearers = new Map<string, number>()
  const open: { container: BpmnElement; scope: string | null }[] = [{ container: process, scope: null }]
  for (let next = open.pop(); next; next = open.pop()) {
    found.associations.push(
      ...many(next.container, 'artifacts').filter((artifact) => is(artifact, 'bpmn:Association'))
    )
    for (const element of many(next.container, 'flowElements')) {
      count += 1
      if (!reportUnsafeId(element, report)) continue
      bearers.set(element.id, (bearers.get(element.id) ?? 0) + 1)
      const placed = { element, scope: next.scope }
      const refusal = refusalOf(element)
      if (refusal) report.problem(refusal, element, { type: element.$type.replace('bpmn:', '') })
      else if (is(element, 'bpmn:SequenceFlow')) found.flows.push(placed)
      else found.nodes.push(placed)
      if (!refusal && is(element, 'bpmn:SubProcess')) open.push({ container: element, scope: element.id })
    }
  }
  // what is read from a file has each id once; while one draws, it can be given again
  for (const [id, times] of bearers)
    if (times > 1) report.problem('ID_DUPLICATE', { id }, { id, count: times })
  if (count <= MOST_ELEMENTS) return found
  report.problem('TOO_MANY_ELEMENTS', process, { count, most: MOST_ELEMENTS })
  return { nodes: [], flows: [], associations: [] }
}

/** The subprocesses, which may have lanes of their own. */
export const partsOf = ({ nodes }: Collected): BpmnElement[] =>
  nodes.flatMap(({ element }) => (is(element, 'bpmn:SubProcess') ? [element] : []))
